// Values beside the pointer, or by arrow keys, and series that can be hidden.
(() => {
  "use strict";
  const text = (value) => (Math.abs(value) >= 1e5 || (value !== 0 && Math.abs(value) < 1e-3) ? value.toExponential(2) : String(Number(value.toPrecision(5))));
  for (const figure of document.querySelectorAll("figure.drawn")) {
    const svg = figure.querySelector("svg");
    const tip = figure.querySelector(".tip");
    const panels = JSON.parse(figure.querySelector("script").textContent);
    const hidden = new Set();
    const points = panels.flatMap((panel) => panel.series.flatMap((series) => series.points.map((point) => ({ panel, series, point }))));
    const ring = document.createElementNS("http://www.w3.org/2000/svg", "circle");
    for (const [name, value] of [["r", 7], ["fill", "none"], ["stroke", "#000"], ["stroke-width", 1.5], ["visibility", "hidden"]]) ring.setAttribute(name, value);
    svg.append(ring);
    let current = -1;

    const isShown = ({ series }) => !hidden.has(series.number);
    const hide = () => {
      tip.hidden = true;
      ring.setAttribute("visibility", "hidden");
    };
    const show = (index) => {
      current = index;
      const { panel, series, point } = points[index];
      const [left, top, x, y, low, high] = point;
      const colored = panel.value && low !== undefined && high === undefined;
      const interval = high === undefined ? "" : ` (${text(low)} to ${text(high)})`;
      const across = panel.isAcross ? interval : "";
      const up = panel.isAcross ? "" : interval;
      tip.textContent = [
        [panel.title, series.label].filter(Boolean).join(" · "), `${panel.x}: ${text(x)}${across}`,
        panel.y ? `${panel.y}: ${text(y)}${up}` : "", colored ? `${panel.value}: ${text(low)}` : "",
      ].filter(Boolean).join("\n");
      tip.hidden = false;
      ring.setAttribute("cx", left);
      ring.setAttribute("cy", top);
      ring.setAttribute("visibility", "visible");
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      const wide = svg.viewBox.baseVal.width * scale;
      tip.style.left = `${Math.max(0, Math.min(left * scale + 12, wide - tip.offsetWidth))}px`;
      tip.style.top = `${top * scale + 14}px`;
    };
    svg.addEventListener("pointermove", (event) => {
      const box = svg.getBoundingClientRect();
      const scale = svg.viewBox.baseVal.width / box.width;
      const [x, y] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
      let [nearest, least] = [-1, 14 ** 2];
      points.forEach((candidate, index) => {
        const distance = (candidate.point[0] - x) ** 2 + (candidate.point[1] - y) ** 2;
        if (distance < least && isShown(candidate)) [nearest, least] = [index, distance];
      });
      if (nearest < 0) hide();
      else show(nearest);
    });
    svg.addEventListener("pointerleave", hide);
    const box = figure.querySelector(".card");
    box.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (event.key === "Escape") hide();
      if (!step || !points.some(isShown)) return;
      event.preventDefault();
      let next = current;
      do next = (next + step + points.length) % points.length; while (!isShown(points[next]));
      show(next);
    });
    box.addEventListener("blur", hide);
    for (const toggle of figure.querySelectorAll("input[type=checkbox]")) {
      toggle.addEventListener("change", () => {
        const number = Number(toggle.value);
        if (toggle.checked) hidden.delete(number);
        else hidden.add(number);
        for (const group of svg.querySelectorAll(`.s${number}`)) group.style.visibility = toggle.checked ? "" : "hidden";
        hide();
      });
    }
  }
})();
