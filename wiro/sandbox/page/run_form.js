// A form from the parameters of a model, and the body of a Run from what was filled in.

import { element, field, options } from "./dom.js";

const FILES = new Set(["fileinput", "multifileinput", "combinefileinput"]);
const NUMBERS = new Set(["range", "number", "numeric", "integer", "float"]);
const MOST_SLIDER_STEPS = 2500;

/** Return the form's fields as `node`, and `body()`: JSON, or a form if files were chosen. */
export function createRunForm(model) {
  const inputs = [];
  const groups = model.groups.map((group) =>
    element("fieldset", {}, element("legend", {}, group.title),
      group.items.map((item) => {
        const input = createInput(item);
        inputs.push(input);
        return input.node;
      })));
  return { node: element("div", {}, groups), body: () => body(inputs) };
}

function createInput(item) {
  if (FILES.has(item.type)) return fileInput(item);
  if (NUMBERS.has(item.type.toLowerCase())) return numberInput(item);
  if (item.type === "checkbox") return checkbox(item);
  let control;
  if (item.options) {
    const pairs = item.options.map((option) => [String(option.value), option.label]);
    const several = item.type.toLowerCase().startsWith("multi");
    const first = item.required || item.default !== undefined || several ? [] : [["", "–"]];
    control = element("select", { multiple: several }, options([...first, ...pairs], String(item.default ?? "")));
  } else if (item.type === "textarea") {
    control = element("textarea", { rows: 3 });
  } else {
    control = element("input", { type: "text" });
  }
  if (!item.options) control.value = item.default ?? "";
  prepare(control, item);
  const values = () =>
    control.multiple ? [...control.selectedOptions].map((option) => option.value) : [control.value].filter(Boolean);
  return { node: field(label(item), control, item.note), entries: () => values().map((value) => [item.id, value]) };
}

function numberInput(item) {
  const control = element("input", { type: "number", min: item.min, max: item.max, step: item.step ?? "any" });
  control.value = item.default ?? "";
  prepare(control, item);
  const node = field(label(item), control, item.note);
  if ((item.max - item.min) / (item.step ?? 1) <= MOST_SLIDER_STEPS) {
    const slider = element("input", {
      type: "range", min: item.min, max: item.max, step: item.step ?? 1, "aria-label": `${item.label}, slider`,
    });
    slider.value = control.value;
    slider.addEventListener("input", () => (control.value = slider.value));
    control.addEventListener("input", () => (slider.value = control.value));
    const row = element("div", { class: "slider-row" });
    control.replaceWith(row);
    row.append(slider, control);
  }
  return { node, entries: () => (control.value === "" ? [] : [[item.id, control.value]]) };
}

function checkbox(item) {
  const control = element("input", { type: "checkbox", checked: String(item.default) === "true", name: item.id });
  const node = element("div", { class: "field" }, element("label", { class: "inline" }, control, label(item)),
    item.note ? element("p", { class: "note" }, item.note) : null);
  return { node, entries: () => [[item.id, String(control.checked)]] };
}

function fileInput(item) {
  const isSingle = item.type === "fileinput";
  const file = element("input", { type: "file", multiple: !isSingle, name: item.id });
  const url = element("input", {
    type: "text", inputmode: "url", placeholder: isSingle ? "https://…" : "https://…, https://…",
  });
  const node = element("fieldset", { class: "files" }, element("legend", {}, label(item)),
    field("File", file, item.note), field(isSingle ? "or its address" : "or addresses, with commas between", url));
  // Only one of the two may be given for a single file; the last one that was touched wins.
  if (isSingle) {
    file.addEventListener("change", () => (url.value = ""));
    url.addEventListener("input", () => (file.value = ""));
  }
  const entries = () => {
    const addresses = url.value.split(",").map((address) => address.trim()).filter(Boolean);
    const files = [...file.files].map((chosen) => [item.id, chosen]);
    if (item.type === "combinefileinput") return [...files, ...addresses.map((address) => [item.id, address])];
    return addresses.length ? [...files, [`${item.id}Url`, addresses.join(",")]] : files;
  };
  return { node, entries };
}

function prepare(control, item) {
  control.name = item.id;
  control.required = Boolean(item.required);
  if (item.placeholder && "placeholder" in control) control.placeholder = item.placeholder;
}

function label(item) {
  return item.required ? `${item.label} (required)` : item.label;
}

function body(inputs) {
  const entries = inputs.flatMap((input) => input.entries());
  if (entries.some(([, value]) => value instanceof File)) {
    const form = new FormData();
    for (const [name, value] of entries) form.append(name, value);
    return form;
  }
  const json = {};
  for (const [name, value] of entries) {
    if (name in json) json[name] = [json[name], value].flat();
    else json[name] = value;
  }
  return json;
}
