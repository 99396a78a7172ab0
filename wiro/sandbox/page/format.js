// How numbers, times and statuses read.

const STATUS_WORDS = {
  task_queue: "Queued",
  task_accept: "Accepted",
  task_assign: "Assigned",
  task_preprocess_start: "Preparing",
  task_preprocess_end: "Preparing",
  task_start: "Starting",
  task_output: "Running",
  task_stream_ready: "Ready to talk",
  task_output_full: "Finishing",
  task_error: "Could not start",
  task_error_full: "Finishing",
  task_end: "Finishing",
  task_postprocess_start: "Finishing",
  task_cancel: "Cancelled",
};

/** USD, with as many digits as a small charge needs. */
export function money(amount, { sign = false } = {}) {
  const value = Number(amount);
  const digits = value !== 0 && Math.abs(value) < 0.01 ? 6 : 2;
  const text = `$${Math.abs(value).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: digits })}`;
  if (value < 0) return `−${text}`;
  return sign ? `+${text}` : text;
}

/** The time of day of seconds since the epoch. */
export function clockTime(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });
}

/** How long something took. */
export function duration(seconds) {
  if (seconds < 0.001) return "0 ms";
  if (seconds < 1) return `${Math.max(1, Math.round(seconds * 1000))} ms`;
  if (seconds < 120) return `${Number(seconds.toFixed(1))} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** A number of bytes. */
export function bytes(count) {
  const value = Number(count);
  if (!Number.isFinite(value)) return "";
  if (value < 1000) return `${value} B`;
  if (value < 1_000_000) return `${(value / 1000).toFixed(1)} kB`;
  return `${(value / 1_000_000).toFixed(1)} MB`;
}

/** A task's status: a word for people and the kind that chooses its colour. */
export function taskStatus(task) {
  if (task.status === "task_postprocess_end") {
    return task.exit_code === 0
      ? { word: "Succeeded", kind: "good" }
      : { word: `Failed, exit code ${task.exit_code}`, kind: "bad" };
  }
  if (task.status === "task_cancel") return { word: "Cancelled", kind: "quiet" };
  if (task.status === "task_error") return { word: STATUS_WORDS.task_error, kind: "bad" };
  return { word: STATUS_WORDS[task.status] ?? task.status, kind: task.cancellable ? "waiting" : "busy" };
}

/** JSON with indentation; anything else as it is. */
export function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** What a model costs, in a few words. */
export function price(model) {
  if (model.prices.length) {
    const amounts = model.prices.map((tier) => tier.price);
    const low = Math.min(...amounts);
    return `${amounts.length > 1 ? "from " : ""}${money(low)}`;
  }
  return model.cps ? `${money(model.cps)}/s` : "free";
}
