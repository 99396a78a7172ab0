// The wallet: what is left, what it allows, how it moved, and topping it up.

import { control } from "./control.js";
import { actionButton, announce, attempt, element, field, follow, problemPlace, setText, show } from "./dom.js";
import { clockTime, money } from "./format.js";
import { state } from "./store.js";

const QUICK_AMOUNTS = [10, 50, 250];

/** Build the view; `update` follows the state. */
export function createWallet() {
  const balance = element("p", { class: "big-number" });
  const slots = element("p", { class: "muted" });
  const amount = element("input", { type: "number", min: "0.01", max: "1000000", step: "0.01", required: true, value: "10" });
  const submit = element("button", { type: "submit", class: "main" }, "Top up");
  const form = element("form", {}, field("Amount in USD", amount), problemPlace(),
    element("div", { class: "actions" }, submit,
      QUICK_AMOUNTS.map((usd) => actionButton(`+$${usd}`, () => topUp(usd), { class: "plain" }))));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    attempt(submit, () => topUp(amount.value));
  });
  const body = element("tbody");
  const empty = element("p", { class: "empty" }, "Nothing was charged yet.");
  const table = element("table", {},
    element("thead", {}, element("tr", {},
      element("th", { scope: "col" }, "Time"), element("th", { scope: "col" }, "What for"),
      element("th", { scope: "col", class: "number" }, "Amount"), element("th", { scope: "col", class: "number" }, "Balance"))),
    body);
  document.getElementById("wallet-panel").append(
    element("div", { class: "panel" }, element("h3", {}, "Balance"), balance, slots, form,
      element("p", { class: "note" }, "It is play money: the sandbox charges as the service would, and nobody pays.")),
    element("div", {}, element("h3", {}, "Ledger"), empty, element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Ledger" }, table)));

  function update() {
    setText(balance, money(state.summary.balance));
    setText(slots, slotWords(state.summary));
    follow(body, state.ledger, (entry) => `${entry.at} ${entry.balance}`, ledgerRow);
    show(empty, state.ledger.length === 0);
    show(table, state.ledger.length > 0);
  }

  return { update };
}

async function topUp(usd) {
  const answer = await control("wallet", { add_usd: String(usd) });
  announce(`The balance is ${money(answer.balance)}`);
}

function slotWords({ slots, active }) {
  const running = `${active} active now`;
  if (slots === null) return `Any number of tasks may run at once (${running}).`;
  return `${slots === 1 ? "1 task" : `${slots} tasks`} may run at once (${running}); above $250 there is no limit.`;
}

function ledgerRow(entry) {
  const kind = Number(entry.amount) < 0 ? "charge" : "credit";
  return element("tr", {},
    element("td", { class: "muted" }, clockTime(entry.at)),
    element("td", { class: "wide" }, entry.reason),
    element("td", { class: `number ${kind}` }, money(entry.amount, { sign: true })),
    element("td", { class: "number" }, money(entry.balance)));
}
