// Deployed agents: deploying one, getting it ready, starting and stopping it, and talking with it.

import { createChat } from "./chat.js";
import { api, control } from "./control.js";
import { actionButton, announce, attempt, element, field, follow, options, problemPlace, setText, show } from "./dom.js";
import { money } from "./format.js";
import { state } from "./store.js";

// The documented numbers of the states.
const STATUSES = {
  0: ["Stopped", "quiet"],
  1: ["Stopping", "waiting"],
  2: ["Queued", "waiting"],
  3: ["Starting", "busy"],
  4: ["Running", "good"],
  5: ["Error", "bad"],
  6: ["Setup required", "waiting"],
};
const STARTABLE = [0, 5];
const STOPPABLE = [2, 3, 4];
const SETUP_REQUIRED = 6;
const CUSTOM = "custom";

/** Build the view; `update` follows the state. */
export function createAgents() {
  const list = element("ul", { class: "plain-list", "aria-label": "Agents" });
  const none = element("p", { class: "note" }, "None yet. Deploy one below.");
  const detail = createDetail();
  const nothing = element("p", { class: "empty" }, "Deploy an agent, or choose one, to talk with it.");
  let chosen = null;

  document.getElementById("agents-panel").append(
    element("div", { class: "panel" }, element("h3", {}, "Agents"), none, list, deployForm((guid) => choose(guid))),
    element("div", {}, nothing, detail.node));

  function choose(guid) {
    chosen = guid;
    update();
  }

  function update() {
    const agents = [...state.agents.values()].reverse();
    if (!state.agents.has(chosen)) chosen = agents[0]?.guid ?? null;
    follow(list, agents, (agent) => agent.guid, (agent) => agentChoice(agent, choose));
    for (const button of list.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.dataset.guid === chosen));
    }
    show(none, agents.length === 0);
    show(nothing, !chosen);
    detail.update(state.agents.get(chosen) ?? null);
  }

  return { update };
}

function agentChoice(first, choose) {
  const title = element("span", { class: "grow-text" });
  const badge = element("span", { class: "badge" });
  const button = element("button", { type: "button", class: "agent-choice", "data-guid": first.guid }, title, badge);
  button.addEventListener("click", () => choose(first.guid));
  const node = element("li", {}, button);
  node.update = (agent) => {
    setText(title, agent.title);
    showStatus(badge, agent);
  };
  return node;
}

function showStatus(badge, agent) {
  const [word, kind] = STATUSES[agent.status] ?? [`Status ${agent.status}`, "quiet"];
  setText(badge, word);
  badge.dataset.kind = kind;
}

function deployForm(onDeployed) {
  const template = element("select", {}, options([
    ...state.agentCatalogue.map((row) => [row.guid, row.title]), [CUSTOM, "Custom build"],
  ]));
  const title = element("input", { type: "text", required: true, maxlength: 100 });
  const tier = element("select", {}, options([["starter", "Starter"], ["pro", "Pro"]]));
  const description = element("p", { class: "note" });
  const submit = element("button", { type: "submit", class: "main" }, "Deploy");
  const form = element("form", { "aria-label": "Deploy an agent" },
    field("Template", template), description, field("Title", title), field("Tier", tier), problemPlace(),
    element("div", { class: "actions" }, submit));

  function describe() {
    const row = state.agentCatalogue.find((candidate) => candidate.guid === template.value);
    title.value = row ? row.title : "My agent";
    setText(description, row
      ? `${row.description} Starter ${money(row.starter_usd)}, Pro ${money(row.pro_usd)} for 30 days.`
      : "Without a template and without skills.");
  }

  template.addEventListener("change", describe);
  describe();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    attempt(submit, async () => {
      const what = template.value === CUSTOM ? { custom: true, skills: {} } : { agentguid: template.value };
      const answer = await api("UserAgent/Deploy", { ...what, title: title.value, tier: tier.value, useprepaid: true });
      announce(`${title.value} was deployed`);
      onDeployed(answer.useragents[0].guid);
    });
  });
  // Folded away once there is an agent: on a small screen it would stand before the conversation.
  return element("details", { class: "run-form", open: state.agents.size === 0 },
    element("summary", {}, "Deploy an agent"), form);
}

/** One agent: what it is, what it needs, and the chat with it. */
function createDetail() {
  let agent = null;
  const title = element("h3", { class: "grow-text" });
  const badge = element("span", { class: "badge" });
  const facts = element("p", { class: "facts muted" });
  const start = actionButton("Start", () => api("UserAgent/Start", { guid: agent.guid }), { class: "small" });
  const stop = actionButton("Stop", () => api("UserAgent/Stop", { guid: agent.guid }), { class: "small" });
  const needs = element("p", {});
  const setup = element("div", { class: "callout" }, needs,
    actionButton("Fill in sample credentials", () => control(`agents/${agent.guid}/ready`), { class: "small" }));
  const chat = createChat();
  const node = element("div", { class: "panel", hidden: true },
    element("div", { class: "card-head" }, title, badge, start, stop), facts, setup, problemPlace(), chat.node);

  return {
    node,
    update(row) {
      show(node, row !== null);
      if (!row) return;
      agent = row;
      setText(title, row.title);
      showStatus(badge, row);
      setText(facts, [row.template, row.tier, `${row.credits} credits left`, `${money(row.price_usd)} for 30 days`].join(" · "));
      show(start, STARTABLE.includes(row.status));
      show(stop, STOPPABLE.includes(row.status));
      show(setup, row.status === SETUP_REQUIRED);
      setText(needs, `It needs credentials before it can start: ${row.missing.join(", ")}.`);
      chat.update(row);
    },
  };
}
