// Choosing a model, filling in its form, and starting a run.

import { api } from "./control.js";
import { actionButton, announce, attempt, element, field, follow, problemPlace, show } from "./dom.js";
import { price } from "./format.js";
import { createRunForm } from "./run_form.js";
import { state } from "./store.js";
import { createTasks } from "./tasks.js";

/** Build the view; `update` follows the state. */
export function createRuns() {
  const panel = document.getElementById("run-panel");
  const list = element("div", { class: "choices", role: "radiogroup", "aria-label": "Models" });
  const search = element("input", { type: "search", placeholder: "Name or category", oninput: () => update() });
  const none = element("p", { class: "empty", hidden: true }, "No model matches.");
  const form = element("form", { class: "run-form", "aria-label": "New run" });
  panel.append(element("h3", {}, "Models"), field("Search models", search), list, none, form);
  const tasks = createTasks(document.getElementById("task-panel"));
  let chosen = null;

  function choose(model) {
    chosen = model;
    const inputs = createRunForm(model);
    const problem = problemPlace();
    const submit = element("button", { type: "submit", class: "main" }, "Run");
    form.replaceChildren(
      element("h3", {}, model.title),
      element("p", { class: "note" }, `${model.description} ${priceWords(model)}`),
      inputs.node,
      problem,
      element("div", { class: "actions" }, submit, actionButton("Clear", () => choose(model), { class: "plain" })),
    );
    form.onsubmit = (event) => {
      event.preventDefault();
      attempt(submit, async () => {
        const answer = await api(`Run/${model.name}`, inputs.body());
        announce(`Task ${answer.taskid} was submitted`);
      });
    };
  }

  function modelChoice(model) {
    const input = element("input", { type: "radio", name: "model", value: model.name, onchange: () => choose(model) });
    return element("label", { class: "choice" }, input,
      element("span", { class: "choice-text" },
        element("span", { class: "choice-title" }, model.title),
        element("span", { class: "muted mono" }, model.name)),
      element("span", { class: "price" }, price(model)));
  }

  function update() {
    const words = search.value.trim().toLowerCase();
    const models = state.models.filter((model) =>
      `${model.name} ${model.title} ${model.categories.join(" ")}`.toLowerCase().includes(words));
    follow(list, models, (model) => model.name, modelChoice);
    show(none, models.length === 0);
    if (!chosen && state.models.length) {
      list.querySelector("input").checked = true;
      choose(state.models[0]);
    }
    tasks.update();
  }

  return { update };
}

function priceWords(model) {
  if (model.prices.length > 1) return "Its price depends on its settings.";
  return model.prices.length || model.cps ? `It costs ${price(model).replace("/s", " a second")}.` : "It costs nothing.";
}
