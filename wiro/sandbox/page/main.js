// The page: which view is shown, what stands in the header, and who is told when something changes.

import { createAgents } from "./agents.js";
import { control } from "./control.js";
import { announce, attempt, element, options, setText, show } from "./dom.js";
import { createFaults } from "./faults.js";
import { money } from "./format.js";
import { createRuns } from "./runs.js";
import { followSandbox, merge, state } from "./store.js";
import { createTraffic } from "./traffic.js";
import { createWallet } from "./wallet.js";

const CREATORS = { runs: createRuns, agents: createAgents, traffic: createTraffic, wallet: createWallet, faults: createFaults };
const TITLES = { runs: "Runs", agents: "Agents", traffic: "Traffic", wallet: "Wallet", faults: "Faults" };
const SPEEDS = [1, 2, 5, 10, 50, 200];

const views = {};
const clock = document.getElementById("clock");
let shown = null;

function currentName() {
  const name = location.hash.slice(1).split("/")[0];
  return name in CREATORS ? name : "runs";
}

/** Show the view that the address names; a view is built when it is first seen. */
function showView({ moveFocus = false } = {}) {
  if (!state.summary) return;
  const name = currentName();
  const isNew = name !== shown;
  shown = name;
  views[name] ??= CREATORS[name]();
  for (const section of document.querySelectorAll("main > .view")) show(section, section.id === `view-${name}`);
  for (const link of document.querySelectorAll(".tabs a")) {
    if (link.hash === `#${name}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = `${TITLES[name]} · Wiro sandbox`;
  views[name].update();
  if (isNew && moveFocus) {
    scrollTo(0, 0);
    document.getElementById("main").focus({ preventScroll: true });
  }
}

function count(name, value) {
  const badge = document.getElementById(`count-${name}`);
  setText(badge, String(value));
  show(badge, value > 0);
}

function updateHeader() {
  const { summary } = state;
  setText(document.getElementById("balance"), money(summary.balance));
  count("runs", summary.active);
  count("agents", state.agents.size);
  count("faults", summary.faults.length);
  if (clock.dataset.scale !== String(summary.time_scale) && document.activeElement !== clock) {
    clock.dataset.scale = String(summary.time_scale);
    const speeds = [...new Set([...SPEEDS, summary.time_scale])].sort((one, other) => one - other);
    clock.replaceChildren(...options(speeds.map((speed) => [String(speed), `${speed}×`]), String(summary.time_scale)));
  }
}

function showConnection(connected) {
  const live = document.getElementById("live");
  live.dataset.state = connected ? "live" : "lost";
  setText(live, connected ? "Live" : "Connection lost, trying again…");
}

/** How to point a client here, as people paste it into a shell. */
function showConnect() {
  const { summary } = state;
  const lines = [
    `export WIRO_BASE_URL=${summary.base_url}`,
    `export WIRO_SOCKET_URL=${summary.socket_url}`,
    `export WIRO_API_KEY=${summary.api_key}`,
  ].join("\n");
  const copy = element("button", { type: "button", class: "small" }, "Copy");
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(lines);
    announce("Copied");
    setText(copy, "Copied");
  });
  document.getElementById("connect-panel").replaceChildren(
    element("pre", { tabindex: "0", "aria-label": "Environment variables" }, lines),
    copy,
    element("p", { class: "note" }, `Frames are in the ${summary.dialect} dialect.`,
      summary.requires_signature ? " Requests must be signed; the secret was printed when the sandbox started." : ""),
  );
}

clock.addEventListener("change", () =>
  attempt(clock, async () => {
    await control("clock", { time_scale: Number(clock.value) });
    announce(`Clock speed ${clock.value} times`);
  }),
);
document.querySelector(".skip").addEventListener("click", (event) => {
  // Following the link would change the address, which chooses the view.
  event.preventDefault();
  document.getElementById("main").focus();
});
window.addEventListener("hashchange", () => showView({ moveFocus: true }));

followSandbox({
  onConnection: showConnection,
  onMessage(message) {
    merge(message);
    if (message.whole) showConnect();
    updateHeader();
    showView();
  },
});
