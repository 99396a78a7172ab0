// Previews of what a task produced: pictures, sound, films, text, and the stream of a language model.

import { element, setText, show } from "./dom.js";
import { bytes } from "./format.js";

const TEXT_TYPES = /^(text\/|application\/(json|xml|yaml))/;
const MOST_TEXT_BYTES = 200_000;

/** Return a place for a task's outputs; `update(task)` fills it. */
export function createOutputs() {
  const stream = createStream();
  const files = element("div", { class: "outputs" });
  const errors = element("pre", { class: "stderr", hidden: true, tabindex: "0", "aria-label": "Errors" });
  let shown = "";
  return {
    node: element("div", {}, stream.node, files, errors),
    update(task) {
      stream.update(task);
      const isFailed = task.terminal && task.exit_code !== null && task.exit_code !== 0;
      show(errors, Boolean(task.stderr) && (isFailed || task.status === "task_error"));
      if (!errors.hidden) setText(errors, task.stderr);
      const rows = task.outputs.filter((output) => output.url);
      const key = rows.map((output) => output.url).join(" ");
      if (key === shown) return;
      shown = key;
      files.replaceChildren(...rows.map(preview));
    },
  };
}

/** A language model's thinking and answer, as they grow. */
function createStream() {
  const thinking = element("pre");
  const thinkingBox = element("details", { class: "thinking", hidden: true }, element("summary", {}, "Thinking"), thinking);
  const answer = element("p", { class: "answer", hidden: true });
  return {
    node: element("div", {}, thinkingBox, answer),
    update(task) {
      const content = task.outputs.find((output) => output.content)?.content ?? task.stream;
      if (!content) return;
      const parts = segments(content);
      setText(thinking, parts.thinking);
      setText(answer, parts.answer);
      show(thinkingBox, Boolean(parts.thinking));
      show(answer, Boolean(parts.answer));
    },
  };
}

/** Both dialects: two lists, or one list of segments. */
function segments(content) {
  const join = (texts) => texts.join("\n\n");
  if (content.segments) {
    const of = (type) => content.segments.filter((segment) => segment.type === type).map((segment) => segment.text);
    return { thinking: join(of("thinking")), answer: join(of("answer")) };
  }
  return { thinking: join(content.thinking ?? []), answer: join(content.answer ?? []) };
}

function preview(output) {
  const source = output.preview ?? output.url;
  const type = output.contenttype ?? "";
  const name = output.name ?? "output";
  return element("figure", { class: "output" }, media(output, source, type, name),
    element("figcaption", {},
      element("a", { href: source, target: "_blank", rel: "noopener" }, name),
      element("span", { class: "muted" }, ` ${type} ${bytes(output.size)}`)));
}

function media(output, source, type, name) {
  if (type.startsWith("image/")) return element("img", { src: source, alt: `Output ${name}` });
  if (type.startsWith("audio/")) {
    return element("audio", { src: source, controls: true, preload: "metadata", "aria-label": `Output ${name}` });
  }
  if (type.startsWith("video/")) {
    return film(source, name);
  }
  if (TEXT_TYPES.test(type) && Number(output.size) <= MOST_TEXT_BYTES) return textPreview(source, name);
  return element("p", { class: "muted file-mark" }, "No preview");
}

/** A film, or its first picture: the sandbox's films are made of JPEG pictures, which browsers do not play. */
function film(source, name) {
  const video = element("video", { src: source, controls: true, preload: "metadata", "aria-label": `Output ${name}` });
  video.addEventListener("error", async () => {
    const content = new Uint8Array(await (await fetch(source)).arrayBuffer());
    const first = firstPicture(content);
    video.replaceWith(first
      ? element("img", { src: URL.createObjectURL(first), alt: `First picture of ${name}` })
      : element("p", { class: "muted file-mark" }, "This browser cannot play it."));
  });
  return video;
}

/** The first JPEG picture in some bytes, from its start marker to its end marker; null if there is none. */
function firstPicture(content) {
  const start = content.findIndex((byte, at) => byte === 0xff && content[at + 1] === 0xd8 && content[at + 2] === 0xff);
  const length = start < 0 ? -1 : content.subarray(start).findIndex((byte, at, rest) => byte === 0xff && rest[at + 1] === 0xd9);
  return length < 0 ? null : new Blob([content.subarray(start, start + length + 2)], { type: "image/jpeg" });
}

function textPreview(source, name) {
  const box = element("pre", { tabindex: "0", "aria-label": `Output ${name}` }, "…");
  fetch(source)
    .then((response) => response.text())
    .then((text) => setText(box, text))
    .catch(() => setText(box, "The file is gone."));
  return box;
}
