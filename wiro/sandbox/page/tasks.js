// The list of tasks: progress while they run, outputs when they have ended, and how to stop them.

import { api } from "./control.js";
import { actionButton, announce, element, follow, problemPlace, setText, show } from "./dom.js";
import { clockTime, duration, money, taskStatus } from "./format.js";
import { createOutputs } from "./outputs.js";
import { newestTasks, state } from "./store.js";

const PAGE = 30;

/** Build the list into a container; `update` follows the state. */
export function createTasks(container) {
  const list = element("ul", { class: "cards", "aria-label": "Tasks" });
  const empty = element("div", { class: "empty" },
    element("p", {}, "No task yet."),
    element("p", {}, "Start a run here, or point a client at this sandbox: “Connect a client” below tells how."));
  const only = element("input", { type: "checkbox", onchange: () => update() });
  let limit = PAGE;
  const more = actionButton("Show older tasks", () => {
    limit += PAGE;
    update();
  }, { class: "plain" });
  container.append(
    element("div", { class: "bar" }, element("h3", {}, "Tasks"),
      element("label", { class: "inline" }, only, "Only those that are not finished")),
    empty, list, more);

  function update() {
    const tasks = newestTasks().filter((task) => !only.checked || !task.terminal);
    follow(list, tasks.slice(0, limit), (task) => task.id, createTask);
    show(empty, state.tasks.size === 0);
    show(more, tasks.length > limit);
  }

  return { update };
}

function createTask(first) {
  const badge = element("span", { class: "badge" });
  const facts = element("p", { class: "facts muted" });
  const bar = element("progress", { max: 100, "aria-label": `Progress of task ${first.id}` });
  const percent = element("span", { class: "muted percent" });
  const progress = element("div", { class: "progress-row" }, bar, percent);
  const stop = actionButton("Cancel", () => stopTask(current), { class: "small" });
  const wanted = first.parameters.prompt ?? first.parameters.text ?? "";
  const prompt = element("p", { class: "prompt", hidden: !wanted }, wanted);
  const outputs = createOutputs();
  const more = createMore();
  let current = first;
  let announced = first.terminal;
  const node = element("li", { class: "card task", id: `task-${first.id}` },
    element("div", { class: "card-head" },
      element("h4", {}, first.title, " ", element("span", { class: "muted mono" }, `#${first.id}`)), badge, stop),
    prompt, progress, problemPlace(), outputs.node, facts, more.node);

  node.update = (task) => {
    if (task === node.shown) return;
    node.shown = current = task;
    const { word, kind } = taskStatus(task);
    setText(badge, word);
    badge.dataset.kind = kind;
    show(stop, !task.terminal);
    setText(stop, task.cancellable ? "Cancel" : "Kill");
    stop.setAttribute("aria-label", `${stop.textContent} task ${task.id}`);
    showProgress(task, progress, bar, percent);
    setText(facts, factsOf(task));
    outputs.update(task);
    more.update(task);
    if (task.terminal && !announced) {
      announced = true;
      announce(`Task ${task.id}: ${word}`);
    }
  };
  return node;
}

async function stopTask(task) {
  await api(task.cancellable ? "Task/Cancel" : "Task/Kill", { taskid: task.id });
}

function showProgress(task, row, bar, percent) {
  show(row, !task.terminal);
  if (task.progress === null) {
    // Without a value the bar says "busy"; a task in the queue is not.
    if (task.cancellable) bar.value = 0;
    else bar.removeAttribute("value");
    setText(percent, "");
  } else {
    bar.value = Number(task.progress);
    setText(percent, `${task.progress} %`);
  }
}

function factsOf(task) {
  const facts = [clockTime(task.accepted_at)];
  if (task.terminal && task.elapsed_seconds) facts.push(`ran ${duration(task.elapsed_seconds)}`);
  if (Number(task.cost)) facts.push(money(task.cost));
  return facts.join(" · ");
}

/** What few people look at: parameters, logs and the frames that were emitted. */
function createMore() {
  const content = element("div");
  const node = element("details", { class: "more" }, element("summary", {}, "Parameters, log and frames"), content);
  let task = null;

  function fill() {
    if (!node.open || !task) return;
    const parts = [
      ["Parameters", JSON.stringify(task.parameters, null, 2)],
      ["Log", task.stdout],
      ["Errors", task.stderr],
      ["Frames", task.frames.join("\n")],
    ];
    content.replaceChildren(...parts.filter(([, text]) => text).flatMap(([title, text]) =>
      [element("h5", {}, title), element("pre", { tabindex: "0", "aria-label": title }, text)]));
  }

  node.addEventListener("toggle", fill);
  return {
    node,
    update(row) {
      task = row;
      fill();
    },
  };
}
