#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks a report.html in headless Chromium, with Python's standard library alone.

    Tests/Report/page.py results/quickstart/report.html [--screenshots DIR]

The page is loaded at 1280 px and 390 px, light and dark. It must request nothing, log nothing to the console, have no
horizontal scroll of the page, sort and filter its table of cells by keyboard-usable buttons, have text of contrast AA,
and headings, names and alternative texts in order. Printed by a reader with a dark screen it is dark on white, without what only a
screen can do. Exit code 1 says what is wrong; 77 that there is no Chromium.
"""
import argparse
import html
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

# With this policy a request for anything outside the file becomes a message on the console.
POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; '
    'script-src \'unsafe-inline\'; img-src data:">'
)

# Of the window, in pixels: the whole page is on a screenshot.
HEIGHT = 7000

PROBE = """<script>
(() => {
  const problems = [];
  const check = (holds, problem) => { if (!holds) problems.push(problem); };
  const all = (selector) => [...document.querySelectorAll(selector)];
  window.addEventListener("error", (event) => problems.push("error: " + event.message));

  const root = document.documentElement;
  check(root.scrollWidth <= root.clientWidth, `the page is ${root.scrollWidth} px wide in ${root.clientWidth} px`);
  check(root.lang === "en", "no language");
  check(all("h1").length === 1, "not one h1");
  all("h1, h2, h3, h4").reduce((last, heading) => {
    const level = Number(heading.tagName[1]);
    check(level <= last + 1, `h${level} after h${last}: ${heading.textContent}`);
    return level;
  }, 0);
  all("img").forEach((image) => check(image.alt && image.complete && image.naturalWidth > 0, "an image without text or not decoded"));
  all("input").forEach((input) => check(input.labels.length === 1, "an input without label"));
  all("button").forEach((button) => check(button.textContent.trim() !== "", "a button without text"));
  all("[aria-labelledby], [aria-describedby]").forEach((element) => {
    const id = element.getAttribute("aria-labelledby") ?? element.getAttribute("aria-describedby");
    check(document.getElementById(id), `no element ${id}`);
  });
  const ids = all("[id]").map((element) => element.id);
  check(new Set(ids).size === ids.length, "an id occurs twice");
  all("a[href^='#']").forEach((link) => check(ids.includes(link.hash.slice(1)), `dead link ${link.hash}`));
  all(".scroll, pre").forEach((box) => check(box.tabIndex === 0, "a scrolling box that keys cannot reach"));

  // WCAG 2.2, 1.4.3.
  const luminance = (color) => {
    const [r, g, b] = color.match(/[\\d.]+/g).slice(0, 3).map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const background = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const color = getComputedStyle(e).backgroundColor;
      if (!color.endsWith(", 0)") && color !== "transparent") return color;
    }
    return "rgb(255, 255, 255)";
  };
  const poor = new Set();
  all("body *").filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())).forEach((e) => {
    if (e.disabled || ["SCRIPT", "STYLE", "NOSCRIPT"].includes(e.tagName)) return;
    const [a, b] = [luminance(getComputedStyle(e).color), luminance(background(e))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) poor.add(`${e.tagName}.${e.className}`);
  });
  check(poor.size === 0, "contrast below 4.5: " + [...poor].join(" "));

  const drawn = document.querySelector("figure.drawn");
  if (drawn) {
    const [svg, tip, values] = [drawn.querySelector("svg"), drawn.querySelector(".tip"), JSON.parse(drawn.querySelector("script").textContent)];
    const series = values.flatMap((panel) => panel.series).find((one) => one.points.length > 0);
    const [x, y, value] = series.points[0];
    const box = svg.getBoundingClientRect();
    const scale = box.width / svg.viewBox.baseVal.width;
    check(tip.hidden, "a value is shown before the pointer is there");
    svg.dispatchEvent(new PointerEvent("pointermove", { clientX: box.left + x * scale, clientY: box.top + y * scale }));
    check(!tip.hidden && tip.textContent.includes(":"), "no value beside the pointer");
    svg.dispatchEvent(new PointerEvent("pointerleave"));
    check(tip.hidden, "the value stays");
    drawn.querySelector(".card").dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
    check(!tip.hidden, "arrow keys show no value");
    svg.dispatchEvent(new PointerEvent("pointerleave"));
    const toggle = drawn.querySelector("input[type=checkbox]");
    if (toggle) {
      const group = svg.querySelector(`.s${toggle.value}`);
      toggle.click();
      check(getComputedStyle(group).visibility === "hidden", "a series does not hide");
      toggle.click();
      check(getComputedStyle(group).visibility === "visible", "a series does not come back");
    }
  }
  const table = document.getElementById("cell-table");
  if (table) {
    const headings = [...table.tHead.rows[0].cells];
    const column = (name) => headings.findIndex((heading) => heading.dataset.name === name);
    const values = (name) => [...table.tBodies[0].rows].map((row) => Number(row.cells[column(name)].textContent));
    const count = JSON.parse(document.getElementById("cell-data").textContent).length;
    check(table.tBodies[0].rows.length === Math.min(50, count), `${table.tBodies[0].rows.length} rows shown of ${count}`);
    const place = headings.map((heading) => heading.dataset.name).find((name) => {
      const shown = values(name);
      return shown.every((value) => !Number.isNaN(value)) && new Set(shown).size > 1;
    });
    const button = headings[column(place)].querySelector("button");
    const ends = [];
    for (const [direction, sign] of [["ascending", 1], ["descending", -1]]) {
      button.click();
      const sorted = values(place);
      ends.push(sorted[0]);
      check(headings[column(place)].getAttribute("aria-sort") === direction, `aria-sort is not ${direction}`);
      check(sorted.length > 1 && sorted.every((v, i) => i === 0 || sign * (v - sorted[i - 1]) >= 0), `not sorted ${direction}`);
      check(all("[aria-sort]").length === 1, "two columns claim to be sorted");
    }
    const filter = document.getElementById("filter");
    const [least, most] = ends;
    filter.value = `${place}=${most}`;
    filter.dispatchEvent(new Event("input"));
    check(values(place).length >= 1 && values(place).every((v) => v === most), "the filter = lets others through");
    filter.value = `${place}<${most} ${place}>=${least}`;
    filter.dispatchEvent(new Event("input"));
    check(values(place).length > 0 && values(place).every((v) => v < most && v >= least), "two terms do not both hold");
    for (const example of document.querySelectorAll("#filter-help code")) {
      filter.value = example.textContent;
      filter.dispatchEvent(new Event("input"));
      check(table.tBodies[0].rows.length > 0, `no row for the example ${example.textContent}`);
    }
    filter.value = "";
    filter.dispatchEvent(new Event("input"));
    if (count > 50) {
      document.getElementById("next").click();
      check(document.getElementById("page").textContent.startsWith("Page 2 "), "no second page");
      document.getElementById("previous").click();
    }
  }
  const report = document.createElement("script");
  report.type = "application/json";
  report.id = "probe";
  report.textContent = JSON.stringify({ problems, width: innerWidth, dark: matchMedia("(prefers-color-scheme: dark)").matches });
  document.body.append(report);
})();
</script>"""


def chromium(program, folder, dark, *arguments):
    scheme = ["--blink-settings=preferredColorScheme=0"] if dark else ["--blink-settings=preferredColorScheme=1"]
    return subprocess.run(
        [program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--enable-logging=stderr",
         f"--user-data-dir={folder}/profile", *scheme, *arguments],
        capture_output=True, text=True, check=True)


def frame(page, width):
    """A page that shows `page` in a frame, and copies the result of its checks, if it has any, out of the frame.

    Windows are not made as narrow as a phone; frames are.
    """
    return (
        f'<!DOCTYPE html><body style="margin:0"><iframe id="frame" src="{page}" '
        f'style="border:0;width:{width}px;height:{HEIGHT}px"></iframe><pre id="result"></pre><script>'
        'document.getElementById("frame").onload = (event) => {'
        'const probe = event.target.contentDocument.getElementById("probe");'
        'if (probe) document.getElementById("result").textContent = probe.textContent; };</script></body>')


def check(program, page, width, dark, screenshot):
    """What is wrong with the page at this width and colour scheme."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        text = page.read_text(encoding="utf-8")
        probed = text.replace("<head>", "<head>" + POLICY, 1).replace("</body>", PROBE + "</body>", 1)
        (folder / "probed.html").write_text(probed, encoding="utf-8")
        (folder / "plain.html").write_text(text, encoding="utf-8")
        for kind in ("probed", "plain"):
            (folder / f"{kind}-frame.html").write_text(frame(f"{kind}.html", width))
        window = [f"--window-size={max(width, 500)},{HEIGHT}", "--allow-file-access-from-files"]
        result = chromium(program, folder, dark, *window, "--dump-dom", f"file://{folder}/probed-frame.html")
        if screenshot:
            chromium(program, folder, dark, *window, f"--screenshot={screenshot}", f"file://{folder}/plain-frame.html")
        console = [line for line in result.stderr.splitlines() if ":CONSOLE" in line]
        found = re.search(r'<pre id="result">(.+?)</pre>', result.stdout, re.S)
        if not found:
            return ["the page's checks did not run"] + console
        state = json.loads(html.unescape(found[1]))
        problems = state["problems"] + console
        if state["width"] != width or state["dark"] != dark:
            problems.append(f"checked at {state['width']} px, dark: {state['dark']}")
        return problems


def printed(program, page):
    """What is wrong with the page on paper, by poppler's tools."""
    if not (shutil.which("pdftotext") and shutil.which("pdftoppm")):
        return ["no pdftotext or pdftoppm: not looked at"]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        chromium(program, folder, True, f"--print-to-pdf={folder}/page.pdf", "--no-pdf-header-footer", f"file://{page.resolve()}")
        text = subprocess.run(["pdftotext", folder / "page.pdf", "-"], capture_output=True, text=True, check=True).stdout
        problems = [f"{word} is printed" for word in ("Shown", "Filter", "Previous") if word in text.split("\n")]
        subprocess.run(["pdftoppm", "-r", "20", "-gray", folder / "page.pdf", folder / "page"], check=True)
        for sheet in sorted(folder.glob("page-*.pgm")):
            shades = sheet.read_bytes().split(b"255\n", 1)[1]
            if sum(shades) < 0.8 * 255 * len(shades) or max(shades) < 255:
                problems.append(f"{sheet.stem} is dark")
        return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", type=pathlib.Path)
    parser.add_argument("--screenshots", type=pathlib.Path)
    arguments = parser.parse_args()
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not program:
        print("no Chromium found", file=sys.stderr)
        return 77
    if arguments.screenshots:
        arguments.screenshots.mkdir(parents=True, exist_ok=True)
    failed = False
    for width in (1280, 390):
        for dark in (False, True):
            name = f"{width}-{'dark' if dark else 'light'}"
            screenshot = arguments.screenshots and (arguments.screenshots / f"{name}.png").resolve()
            problems = check(program, arguments.page, width, dark, screenshot)
            failed = failed or bool(problems)
            print(f"{arguments.page} {name}: {'; '.join(problems) or 'good'}")
    problems = printed(program, arguments.page)
    failed = failed or bool(problems)
    print(f"{arguments.page} printed: {'; '.join(problems) or 'good'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
