// Returns the visible texts whose contrast with what is behind them is below 4.5 : 1 (3 : 1 for large text).
const channel = (value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const parse = (color) => {
  const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g).map(Number);
  return { rgb: [red, green, blue], alpha };
};
const luminance = (rgb) => {
  const [red, green, blue] = rgb.map((value) => channel(value / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const over = (top, bottom) => top.rgb.map((value, index) => value * top.alpha + bottom[index] * (1 - top.alpha));
const background = (node) => {
  const layers = [];
  for (let place = node; place; place = place.parentElement) {
    const layer = parse(getComputedStyle(place).backgroundColor);
    if (layer.alpha > 0) layers.unshift(layer);
    if (layer.alpha === 1) break;
  }
  return layers.reduce((bottom, layer) => over(layer, bottom), [255, 255, 255]);
};
const faint = [];
for (const node of document.querySelectorAll("body *")) {
  const isText = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
  const isField = ["INPUT", "TEXTAREA", "SELECT"].includes(node.tagName);
  if (!(isText || isField) || !node.checkVisibility() || node.matches("option, noscript, .hidden-text, .skip")) continue;
  const style = getComputedStyle(node);
  const behind = background(node);
  const text = over(parse(style.color), behind);
  const [light, dark] = [luminance(text), luminance(behind)].sort((one, other) => other - one);
  const ratio = (light + 0.05) / (dark + 0.05);
  const isLarge = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
  if (ratio < (isLarge ? 3 : 4.5)) faint.push(`${node.textContent.trim().slice(0, 40)} ${ratio.toFixed(2)}`);
}
return faint;
