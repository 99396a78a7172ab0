// Agents: to be built.
export function createAgents() {
  return { update() {} };
}
