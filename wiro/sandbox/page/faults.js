// Scripted misfortune: adding rules, seeing which are in force, and starting over.

import { control, remove } from "./control.js";
import { actionButton, announce, attempt, element, field, follow, options, problemPlace, show } from "./dom.js";
import { state } from "./store.js";

// What each kind does, in words, and the settings that it looks at.
const KINDS = {
  status: ["Answer with an error", ["operation", "status", "retry_after", "accepted"]],
  drop_before_accept: ["Cut the connection before accepting", ["operation"]],
  drop_after_accept: ["Cut the connection after accepting", ["operation"]],
  delay: ["Wait before answering", ["operation", "seconds"]],
  garbage: ["Answer with something that is not JSON", ["operation", "status", "accepted"]],
  cut_body: ["Cut the connection in the middle of the answer", ["operation", "after_bytes"]],
  lose_frame: ["Lose a socket frame", ["frame", "task_id"]],
  duplicate_frame: ["Send a socket frame twice", ["frame", "task_id"]],
  delay_frame: ["Send a socket frame late", ["frame", "task_id", "seconds"]],
  reorder_frame: ["Send a socket frame after the next one", ["frame", "task_id", "seconds"]],
  unknown_frame: ["Send a frame of an unknown type before one", ["frame", "task_id"]],
  malformed_frame: ["Send text that is not JSON before a frame", ["frame", "task_id"]],
  oversized_frame: ["Send an oversized frame before one", ["frame", "task_id", "size"]],
  cut_socket: ["Cut the socket instead of sending a frame", ["frame", "task_id"]],
};
const ALL_SETTINGS = ["operation", "status", "retry_after", "accepted", "seconds", "after_bytes", "size", "frame", "task_id"];

/** Build the view; `update` follows the state. */
export function createFaults() {
  const inputs = createInputs();
  const kind = element("select", { name: "kind" }, options(faultKinds()));
  const submit = element("button", { type: "submit", class: "main" }, "Inject fault");
  const form = element("form", { "aria-label": "New fault" }, field("What goes wrong", kind),
    Object.values(inputs).map((input) => input.node), problemPlace(), element("div", { class: "actions" }, submit));
  const list = element("ul", { class: "cards", "aria-label": "Faults in force" });
  const empty = element("p", { class: "empty" }, "Nothing goes wrong at the moment.");
  const clear = actionButton("Remove all", async () => {
    await remove("faults");
    announce("All faults were removed");
  }, { class: "small" });

  const wanted = () => KINDS[kind.value]?.[1] ?? ALL_SETTINGS;
  const showWanted = () => {
    for (const [name, input] of Object.entries(inputs)) {
      show(input.node, wanted().includes(name) || name === "times" || name === "probability");
    }
  };
  kind.addEventListener("change", () => {
    // Garbage is nastiest where the status says that all is well.
    inputs.status.node.querySelector("input").value = kind.value === "garbage" ? 200 : 503;
    showWanted();
  });
  showWanted();

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    attempt(submit, async () => {
      const rule = { kind: kind.value };
      for (const [name, input] of Object.entries(inputs)) {
        const value = input.node.hidden ? undefined : input.value();
        if (value !== undefined) rule[name] = value;
      }
      await control("faults", rule);
      announce("The fault is in force");
    });
  });

  document.getElementById("faults-panel").append(
    element("div", { class: "panel" }, element("h3", {}, "Inject a fault"), form),
    element("div", {},
      element("div", { class: "bar" }, element("h3", {}, "In force"), clear), empty, list,
      element("div", { class: "panel" }, element("h3", {}, "Disturb and start over"),
        element("p", { class: "note" }, "Cutting resets every socket without a goodbye. Starting over forgets tasks, agents, files, faults and books."),
        problemPlace(),
        element("div", { class: "actions" },
          actionButton("Cut all sockets", async () => {
            const { cut } = await control("sockets/cut");
            announce(`${cut} sockets were cut`);
          }),
          actionButton("Start over", async () => {
            if (confirm("Forget all tasks, agents, files, faults and books?")) await control("reset");
          }, { class: "danger" })))));

  function update() {
    const { faults } = state.summary;
    follow(list, faults.map((fault, index) => ({ ...fault, index })), (fault) => `${fault.index} ${fault.kind}`, faultRow);
    show(empty, faults.length === 0);
    show(clear, faults.length > 0);
  }

  return { update };
}

/** The kinds that the sandbox knows, the common ones first. */
function faultKinds() {
  const order = Object.keys(KINDS);
  const rank = (name) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...state.faultKinds].sort((one, other) => rank(one) - rank(other)).map((name) => [name, KINDS[name]?.[0] ?? name]);
}

function createInputs() {
  const operations = [["*", "any operation"], ...state.operations.map((name) => [name, name])];
  const select = (label, pairs, note) => textual(label, element("select", {}, options(pairs)), note);
  const accepted = element("input", { type: "checkbox" });
  return {
    operation: select("Operation", operations),
    status: number("HTTP status", { min: 200, max: 599, step: 1, value: 503 }),
    retry_after: textual("Retry-After", element("input", { type: "text" }), "Seconds or an HTTP date; may be empty"),
    accepted: {
      node: element("div", { class: "field" }, element("label", { class: "inline" }, accepted, "The request is carried out all the same")),
      value: () => accepted.checked,
    },
    seconds: number("Seconds", { min: 0, max: 3600, step: "any", value: 2 }),
    after_bytes: number("After bytes of the body", { min: 0, step: 1, value: "" }, "Empty for the middle"),
    size: number("Bytes of padding", { min: 0, step: 1, value: 1048576 }),
    frame: textual("Frame type", element("input", { type: "text", value: "terminal" }), "Such as task_output; “terminal” for the last one, * for any"),
    task_id: textual("Only task", element("input", { type: "text", inputmode: "numeric" }), "Id of a task; empty for any"),
    times: number("How often", { min: 1, step: 1, value: 1 }, "Empty for always", null),
    probability: number("Probability", { min: 0, max: 1, step: "any", value: 1 }),
  };
}

function textual(label, control, note = "") {
  return { node: field(label, control, note), value: () => control.value.trim() || undefined };
}

function number(label, { value, ...limits }, note = "", whenEmpty = undefined) {
  const control = element("input", { type: "number", ...limits });
  control.value = value;
  return { node: field(label, control, note), value: () => (control.value === "" ? whenEmpty : Number(control.value)) };
}

function faultRow(first) {
  const settings = element("p", { class: "facts muted" });
  const node = element("li", { class: "card" },
    element("div", { class: "card-head" }, element("h4", {}, KINDS[first.kind]?.[0] ?? first.kind)), settings);
  node.update = (fault) => {
    const wanted = KINDS[fault.kind]?.[1] ?? ALL_SETTINGS;
    const words = wanted.filter((name) => fault[name] !== null && fault[name] !== false)
      .map((name) => `${name} ${fault[name]}`);
    words.push(fault.times === null ? "always" : `${fault.used} of ${fault.times} used`);
    if (fault.probability < 1) words.push(`probability ${fault.probability}`);
    settings.textContent = words.join(" · ");
  };
  return node;
}
