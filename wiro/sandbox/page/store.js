// What the page knows of the sandbox, and the stream that keeps it so.

const KEPT_TASKS = 200;
const KEPT_ENTRIES = 500;
const EVENTS = "/_sandbox/events";

export const state = {
  summary: null,
  models: [],
  operations: [],
  faultKinds: [],
  agentCatalogue: [],
  tasks: new Map(),
  agents: new Map(),
  messages: new Map(),
  ledger: [],
  requests: [],
  frames: [],
  lost: { requests: 0, frames: 0 },
};

/** Merge one message of the stream; a whole one replaces everything. */
export function merge(message) {
  if (message.whole) {
    state.tasks.clear();
    state.agents.clear();
    state.messages.clear();
    Object.assign(state, {
      models: message.models,
      operations: message.operations,
      faultKinds: message.fault_kinds,
      agentCatalogue: message.agent_catalogue,
      ledger: [],
      requests: [],
      frames: [],
      lost: { requests: 0, frames: 0 },
    });
  }
  if (message.summary) state.summary = message.summary;
  for (const task of message.tasks ?? []) state.tasks.set(task.id, task);
  for (const agent of message.agents ?? []) state.agents.set(agent.guid, agent);
  for (const guid of message.removed_agents ?? []) state.agents.delete(guid);
  for (const row of message.messages ?? []) state.messages.set(row.guid, row);
  for (const guid of message.removed_messages ?? []) state.messages.delete(guid);
  if (message.ledger) state.ledger = [...message.ledger, ...state.ledger].slice(0, KEPT_ENTRIES);
  // The stream tells the oldest first, people read the newest first.
  if (message.requests) state.requests = [...message.requests.reverse(), ...state.requests].slice(0, KEPT_ENTRIES);
  if (message.frames) state.frames = [...message.frames.reverse(), ...state.frames].slice(0, KEPT_ENTRIES);
  if (message.lost) {
    state.lost.requests += message.lost.requests;
    state.lost.frames += message.lost.frames;
  }
  forgetOldTasks();
}

/** The tasks, the newest first. */
export function newestTasks() {
  return [...state.tasks.values()].sort((one, other) => Number(other.id) - Number(one.id));
}

function forgetOldTasks() {
  if (state.tasks.size <= KEPT_TASKS) return;
  for (const task of newestTasks().slice(KEPT_TASKS)) state.tasks.delete(task.id);
}

/**
 * Follow the sandbox until the page is closed.
 *
 * A hidden page lets go of the stream: browsers allow six connections to an address, and forgotten tabs would hold them.
 */
export function followSandbox({ onMessage, onConnection }) {
  let source = null;

  function open() {
    source = new EventSource(EVENTS);
    source.addEventListener("open", () => onConnection(true));
    source.addEventListener("error", () => {
      onConnection(false);
      // A refusal ends the stream for good; the sandbox may come back on this port all the same.
      if (source?.readyState === EventSource.CLOSED) setTimeout(reopen, 2000);
    });
    source.addEventListener("message", (event) => onMessage(JSON.parse(event.data)));
  }

  function reopen() {
    source?.close();
    source = null;
    if (!document.hidden) open();
  }

  document.addEventListener("visibilitychange", reopen);
  open();
}
