// The conversation with one agent: its sessions, messages as they are answered, and the line to write into.

import { api } from "./control.js";
import { actionButton, announce, attempt, element, field, follow, options, problemPlace, setText, show } from "./dom.js";
import { clockTime } from "./format.js";
import { state } from "./store.js";

const RUNNING = 4;
const DEFAULT_SESSION = "default";
const STATUS_WORDS = {
  agent_queue: "Waiting",
  agent_start: "Thinking…",
  agent_output: "Writing…",
  agent_error: "Failed",
  agent_cancel: "Cancelled",
};

/** Return a chat as `node`; `update(agent)` follows the state. */
export function createChat() {
  let agent = null;
  const session = element("select", { onchange: () => update(agent) });
  const fresh = actionButton("New session", () => {
    const name = `session-${Date.now().toString(36)}`;
    session.append(...options([[name, name]]));
    session.value = name;
    update(agent);
    text.focus();
  }, { class: "plain" });
  const list = element("ol", { class: "chat", tabindex: "0", role: "log", "aria-live": "off", "aria-label": "Conversation" });
  const empty = element("p", { class: "note" }, "Nothing was said yet. “/wait 30 hello” makes the answer take its time, “/fail” makes it fail.");
  const text = element("textarea", { rows: 2, required: true });
  const submit = element("button", { type: "submit", class: "main" }, "Send");
  const asleep = element("p", { class: "note" }, "Only a running agent answers.");
  const form = element("form", { "aria-label": "Message" }, field("Message", text, "Enter sends, Shift and Enter begin a new line."), asleep, problemPlace(),
    element("div", { class: "actions" }, submit));

  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    attempt(submit, async () => {
      await api("UserAgent/Message/Send", { useragentguid: agent.guid, message: text.value, sessionkey: session.value });
      text.value = "";
    });
  });

  function update(row) {
    const isOther = agent?.guid !== row.guid;
    agent = row;
    const messages = [...state.messages.values()].filter((message) => message.agent === row.guid);
    showSessions(messages, isOther);
    const said = messages.filter((message) => message.session === session.value).sort((one, other) => one.order - other.order);
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
    follow(list, said, (message) => message.guid, messageRow);
    if (atEnd || isOther) list.scrollTop = list.scrollHeight;
    show(empty, said.length === 0);
    show(list, said.length > 0);
    show(asleep, row.status !== RUNNING);
  }

  function showSessions(messages, isOther) {
    const kept = isOther ? [] : [...session.options].map((option) => option.value);
    const names = [...new Set([DEFAULT_SESSION, ...kept, ...messages.map((message) => message.session)])];
    if (!isOther && names.length === session.options.length) return;
    const chosen = isOther ? DEFAULT_SESSION : session.value;
    session.replaceChildren(...options(names.map((name) => [name, name]), chosen));
  }

  return {
    node: element("div", { class: "conversation" },
      element("div", { class: "session-row" }, field("Session", session), fresh), empty, list, form),
    update,
  };
}

function messageRow(first) {
  const answer = element("div", { class: "bubble" });
  const status = element("span", { class: "muted" });
  const cancel = actionButton("Cancel", () => api("UserAgent/Message/Cancel", { messageguid: first.guid }), {
    class: "small", "aria-label": "Cancel this message",
  });
  const files = first.attachments.length ? `\n${first.attachments.join(", ")}` : "";
  const question = first.content || files
    ? element("div", { class: "bubble mine" }, element("span", { class: "hidden-text" }, "You: "), first.content + files)
    : null;
  const node = element("li", { class: "exchange" }, question, answer,
    element("p", { class: "facts" }, element("span", { class: "muted" }, clockTime(first.at)), " ", status, " ", cancel), problemPlace());
  let announced = first.terminal;
  node.update = (message) => {
    if (message === node.shown) return;
    node.shown = message;
    setText(answer, message.answer);
    show(answer, Boolean(message.answer));
    answer.classList.toggle("bad", message.status === "agent_error");
    setText(status, STATUS_WORDS[message.status] ?? "");
    show(cancel, message.cancellable);
    if (message.terminal && !announced) {
      announced = true;
      announce(message.status === "agent_end" ? `The agent answered: ${message.answer}` : STATUS_WORDS[message.status]);
    }
  };
  return node;
}
