// Building and updating elements. Text that a model, a client or a person wrote becomes a text node, never markup.

/** Create an element: attributes, `on…` listeners and children; children that are strings become text. */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Set an element's text, touching the document only if it differs: selections and screen readers stay calm. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Show an element only if there is something to show. */
export function show(node, visible) {
  if (node.hidden === visible) node.hidden = !visible;
}

/**
 * Make a container's children follow rows, keeping the elements of rows that stay.
 *
 * `create(row)` returns an element with an `update(row)` method of its own.
 */
export function follow(container, rows, keyOf, create) {
  const known = (container.keyed ??= new Map());
  const wanted = new Set();
  let place = container.firstElementChild;
  for (const row of rows) {
    const key = String(keyOf(row));
    wanted.add(key);
    let node = known.get(key);
    if (!node) {
      node = create(row);
      known.set(key, node);
    }
    node.update?.(row);
    if (node === place) place = place.nextElementSibling;
    else container.insertBefore(node, place);
  }
  for (const [key, node] of known) {
    if (!wanted.has(key)) {
      node.remove();
      known.delete(key);
    }
  }
}

let fields = 0;

/** Return a label with its control below it and an optional note that the control is described by. */
export function field(label, control, note = "") {
  control.id ||= `field-${(fields += 1)}`;
  const parts = [element("label", { for: control.id }, label), control];
  if (note) {
    const hint = element("p", { class: "note", id: `${control.id}-note` }, note);
    control.setAttribute("aria-describedby", hint.id);
    parts.push(hint);
  }
  return element("div", { class: "field" }, parts);
}

/** Return options for a `select` from pairs of value and text. */
export function options(pairs, chosen = null) {
  return pairs.map(([value, text]) => element("option", { value, selected: value === chosen }, text));
}

/** Return a button that does something and shows what went wrong, if anything, in the nearest `.problem`. */
export function actionButton(text, action, attributes = {}) {
  const button = element("button", { type: "button", ...attributes }, text);
  button.addEventListener("click", () => attempt(button, action));
  return button;
}

/** Do something once; the control is disabled meanwhile, and a problem is told beside it. */
export async function attempt(control, action) {
  const problem = control.closest(".panel, li, form")?.querySelector(".problem") ?? null;
  const focused = document.activeElement === control;
  control.disabled = true;
  if (problem) problem.textContent = "";
  try {
    await action();
  } catch (error) {
    if (problem) problem.textContent = error.message;
    else announce(error.message);
  } finally {
    control.disabled = false;
    if (focused && control.isConnected) control.focus();
  }
}

/** Return an empty place for what goes wrong; screen readers read it at once. */
export function problemPlace() {
  return element("p", { class: "problem", role: "alert" });
}

/** Tell screen readers something that sighted people see happen. */
export function announce(text) {
  document.getElementById("announcer").textContent = text;
}
