// Requests and frames as they happen.

import { element, field, follow, setText, show } from "./dom.js";
import { clockTime, duration, pretty } from "./format.js";
import { state } from "./store.js";

const SHOWN = 150;

/** Build the view; `update` follows the state unless a person holds it. */
export function createTraffic() {
  const search = element("input", { type: "search", placeholder: "Path, type, id, status…", oninput: () => update(true) });
  const hold = element("input", { type: "checkbox", onchange: () => update(true) });
  const requests = createColumn("Requests", "Nobody has called yet.", requestRow);
  const frames = createColumn("Socket frames", "No frame yet. Tasks emit them, whether or not anybody listens.", frameRow);
  document.getElementById("traffic-panel").append(
    element("div", { class: "bar panel" }, field("Search", search),
      element("label", { class: "inline" }, hold, "Hold still")),
    element("div", { class: "columns even" }, requests.node, frames.node));

  function update(isWanted = false) {
    if (hold.checked && !isWanted) return;
    const words = search.value.trim().toLowerCase();
    requests.update(matching(state.requests, words, requestText), state.lost.requests);
    frames.update(matching(state.frames, words, frameText), state.lost.frames);
  }

  return { update };
}

function createColumn(title, emptyText, create) {
  const list = element("ol", { class: "traffic", "aria-label": title });
  const empty = element("p", { class: "empty" }, emptyText);
  const lost = element("p", { class: "note", hidden: true });
  return {
    node: element("div", {}, element("h3", {}, title), lost, empty, list),
    update(rows, lostCount) {
      follow(list, rows.slice(0, SHOWN), (row) => row.number, create);
      show(empty, rows.length === 0);
      show(lost, lostCount > 0);
      if (lostCount) setText(lost, `${lostCount} went by too fast to be shown.`);
    },
  };
}

function matching(rows, words, textOf) {
  return words ? rows.filter((row) => textOf(row).toLowerCase().includes(words)) : rows;
}

function requestText(row) {
  return `${row.method} ${row.path} ${row.status ?? "cut"} ${row.request} ${row.response}`;
}

function frameText(row) {
  return `${row.direction} ${row.type} ${row.id} ${row.text}`;
}

function requestRow(row) {
  const isBad = row.status === null || row.status >= 400 || row.result === false;
  return detailsRow(
    [
      element("time", { class: "muted" }, clockTime(row.at)),
      element("span", { class: "mono grow" }, row.path),
      row.result === false ? element("span", { class: "badge", "data-kind": "bad" }, "refused") : null,
      element("span", { class: "badge", "data-kind": isBad ? "bad" : "good" }, row.status === null ? "cut" : String(row.status)),
      element("span", { class: "muted number" }, duration(row.seconds)),
    ],
    [["Request", row.request], ["Answer", row.response]],
  );
}

function frameRow(row) {
  const isSent = row.direction === "sent";
  const listeners = row.listeners === 1 ? "1 listener" : `${row.listeners} listeners`;
  return detailsRow(
    [
      element("time", { class: "muted" }, clockTime(row.at)),
      element("span", { class: "arrow", title: isSent ? "to clients" : "from a client" }, isSent ? "↓" : "↑"),
      element("span", { class: "hidden-text" }, isSent ? "sent" : "received"),
      element("span", { class: "mono grow" }, row.type || "binary"),
      element("span", { class: "muted mono" }, row.id ? `#${row.id}` : ""),
      element("span", { class: "muted number" }, isSent ? listeners : ""),
    ],
    [["Frame", row.text]],
  );
}

/** One line that opens; what it hides is made only then. */
function detailsRow(summary, parts) {
  const node = element("details", {}, element("summary", {}, summary));
  node.addEventListener("toggle", () => {
    if (!node.open || node.childElementCount > 1) return;
    for (const [title, text] of parts) {
      node.append(element("h4", {}, title), element("pre", { tabindex: "0", "aria-label": title }, pretty(text) || "empty"));
    }
  });
  return element("li", {}, node);
}
