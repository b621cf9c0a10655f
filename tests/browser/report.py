# SPDX-License-Identifier: MIT
"""The HTML report as people use it: report.py FOLDER, with the reports that tests/browser_test.cpp writes there, asks a real
browser. Python's standard library alone."""
import contextlib
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest
import xml.parsers.expat

from webdriver import Browser, Failure

REPORTS = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")

# Contrast of each text with what is painted behind it, as WCAG 2 computes it. Words in an image's stead have no colour.
CONTRAST = r"""
const channel = (v) => { v /= 255; return v > 0.04045 ? ((v + 0.055) / 1.055) ** 2.4 : v / 12.92; };
const colour = (text) => {
  const numbers = text.match(/[\d.]+/g).map(Number);
  return {rgb: numbers.slice(0, 3), alpha: numbers[3] ?? 1};
};
const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
const backgrounds = (element) => {
  for (; element; element = element.parentElement) {
    const style = getComputedStyle(element);
    const all = [style.backgroundColor, ...(style.backgroundImage.match(/rgba?\([^)]*\)/g) ?? [])].map(colour)
        .filter((found) => found.alpha > 0);
    if (all.length > 0) return all;
  }
  return [{rgb: [255, 255, 255], alpha: 1}];
};
const problems = [], ratios = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node; (node = walker.nextNode());) {
  const element = node.parentElement;
  if (!node.data.trim() || !element.checkVisibility() || /^(SCRIPT|STYLE)$/.test(element.tagName)) continue;
  const style = getComputedStyle(element);
  const ink = colour(element.namespaceURI.endsWith('svg') ? style.fill : style.color);
  const size = parseFloat(style.fontSize);
  const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
  for (const behind of backgrounds(element)) {
    const [high, low] = [light(ink.rgb), light(behind.rgb)].sort((a, b) => b - a);
    const ratio = (high + 0.05) / (low + 0.05);
    ratios.push(ratio);
    if (ink.alpha < 1 || behind.alpha < 1 || ratio < least)
      problems.push(`${ratio.toFixed(2)} ${style.color} on ${behind.rgb}: ${node.data.trim().slice(0, 40)}`);
  }
}
return {problems: [...new Set(problems)].slice(0, 20), texts: ratios.length};
"""

ROWS = r"""
return [...document.querySelector(arguments[0]).tBodies[0].rows].filter((row) => row.checkVisibility())
  .map((row) => [...row.cells].map((cell) => [cell.textContent.trim(), cell.dataset.v ?? null]));
"""


def pages(report):
    return [REPORTS / report / "index.html", *sorted((REPORTS / report / "etudiants").iterdir())]


class Report(unittest.TestCase):
    browser = None

    @classmethod
    def setUpClass(cls):
        cls.browser = Browser()

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()

    def setUp(self):
        self.browser.resize(1280, 900)
        self.browser.emulate(reduced_motion=True)  # what is scrolled to is there at once

    def tearDown(self):
        self.assertEqual(self.browser.console(), [])

    def open(self, page):
        self.browser.open(pathlib.Path(page).resolve().as_uri())

    def rows(self, table="#classe"):
        return self.browser.run(ROWS, table)

    def names(self):
        return [row[0][0] for row in self.rows()]

    def test_is_strict_and_asks_nothing_of_the_network(self):
        for page in pages("exemple") + pages("english")[:3]:
            xml.parsers.expat.ParserCreate().Parse(page.read_bytes(), True)
            self.open(page)
            asked = self.browser.run("return performance.getEntriesByType('resource').map((entry) => entry.name)")
            self.assertEqual(asked, [], page)
            self.assertEqual(self.browser.run("return document.compatMode"), "CSS1Compat")

    def test_shows_hostile_names_as_texts(self):
        for page in pages("exemple"):
            self.open(page)
            self.assertEqual(self.browser.run("return document.querySelectorAll('script').length"),
                             1 if page.name == "index.html" else 0)
            self.assertFalse(self.browser.run("return Boolean(document.querySelector('img, iframe, [onerror], [style]'))"))
        self.open(pages("exemple")[0])
        self.assertEqual(sum("<script>alert(1)</script>" in name for name in self.names()), 1)

    def test_runs_no_script_but_its_own(self):
        for page in pages("exemple")[:2]:
            self.open(page)
            ran = self.browser.run("const script = document.createElement('script'); script.textContent = 'window.ran = 1';"
                                   "document.body.append(script); return window.ran ?? 0")
            self.assertEqual(ran, 0)
            told = self.browser.console()
            self.assertTrue(told and all("Content Security Policy" in line for line in told), told)

    def check_sorted(self, column, is_number, is_descending, before):
        after = self.rows()
        self.assertEqual(sorted(after, key=str), sorted(before, key=str))
        if is_number:
            keys = [float(row[column][1] if row[column][1] is not None else row[column][0]) for row in after]
            self.assertEqual(keys, sorted(keys, reverse=is_descending))
        # Equal ones keep their order, so that sorting by two columns, one after the other, does.
        place = {tuple(map(tuple, row)): number for number, row in enumerate(before)}
        for first, second in zip(after, after[1:]):
            if first[column] == second[column]:
                self.assertLess(place[tuple(map(tuple, first))], place[tuple(map(tuple, second))])

    def test_sorts_by_each_column_with_mouse_and_keyboard(self):
        self.open(REPORTS / "group" / "index.html")
        before = self.rows()
        headers = self.browser.run("return [...document.querySelectorAll('#classe thead th')].map((th) => th.dataset.sort)")
        buttons = self.browser.find_all("#classe thead button")
        self.assertEqual(len(buttons), len(headers))
        state = "return [...document.querySelectorAll('#classe thead th')].map((th) => th.getAttribute('aria-sort'))"
        for column, button in enumerate(buttons):
            is_number = headers[column] == "number"
            last = self.rows()
            button.click()
            self.assertEqual(self.browser.run(state), ["ascending" if i == column else None for i in range(len(headers))])
            self.check_sorted(column, is_number, False, last)
            last = self.rows()
            self.browser.press("Enter" if column % 2 else "Space")  # the button clicked has the focus
            self.assertEqual(self.browser.run(state)[column], "descending")
            self.check_sorted(column, is_number, True, last)
        buttons[0].click()
        self.assertEqual(self.rows(), before, "names are in their order")

    def test_sorts_the_other_tables_too(self):
        self.open(REPORTS / "group" / "index.html")
        for caption in ("titre-exercices", "titre-verifications"):
            table = f"table:has(#{caption})"
            before = self.rows(table)
            for button in self.browser.find_all(table + " thead button"):
                button.click()
                self.assertCountEqual(self.rows(table), before)
            self.assertNotEqual(self.rows(table), before)

    def test_filters_by_name_and_state(self):
        self.open(REPORTS / "class" / "index.html")
        everybody = self.names()
        name, count = self.browser.find("#nom"), self.browser.find("#combien")
        name.type("ELODIE le goff")
        expected = [each for each in everybody if "Élodie Le Goff" in each]
        self.assertTrue(expected)
        self.assertEqual(self.names(), expected)
        self.assertEqual(count.text(), f"Affichés : {len(expected)} sur {len(everybody)}")
        name.clear()
        states = self.browser.run("return [...document.querySelectorAll('#etat option')].map((option) => option.value)")
        marks = self.browser.run("return [...document.querySelectorAll('#classe tbody tr')].map((row) => row.dataset.s)")
        for state in states:
            self.browser.find(f"#etat option[value='{state}']").click()
            self.assertEqual(self.names(), [who for who, mark in zip(everybody, marks) if state in mark])
        self.assertGreater(sum("h" in mark for mark in marks), 0)

    def test_is_used_with_the_keyboard_alone(self):
        self.open(REPORTS / "exemple" / "index.html")
        focused = ("const e = document.activeElement; const style = getComputedStyle(e); const r = e.getBoundingClientRect();"
                   "return {what: e.id || e.closest('th')?.textContent.trim() || e.className || e.textContent.trim(),"
                   " tag: e.tagName, seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 &&"
                   " r.width > 0 && r.right > 0}")
        met = []
        for _ in range(200):
            self.browser.press("Tab")
            now = self.browser.run(focused)
            if now["tag"] == "BODY":
                break
            self.assertTrue(now["seen"], f"the focus is seen on {now}")
            met.append(now)
        self.assertEqual(met[0]["what"], "skip")
        whats = [each["what"] for each in met]
        for expected in ("nom", "etat", "scroll tall"):
            self.assertIn(expected, whats)
        buttons = self.browser.run("return document.querySelectorAll('th button').length")
        self.assertEqual(sum(each["tag"] == "BUTTON" for each in met), buttons)
        links = self.browser.run("return document.querySelectorAll('a').length")
        self.assertEqual(sum(each["tag"] == "A" for each in met), links)
        self.browser.press("Tab")
        self.browser.press("Enter")
        self.assertTrue(self.browser.run("return location.hash").endswith("etudiants"), "the skip link leads to the table")

    def test_contrast_is_enough_in_both_schemes(self):
        paper = set()
        for page in [REPORTS / "class" / "index.html", *pages("exemple")]:
            for scheme in ("light", "dark"):
                self.browser.emulate(scheme, reduced_motion=True)
                self.open(page)
                found = self.browser.run(CONTRAST)
                self.assertEqual(found["problems"], [], f"{page} {scheme}")
                self.assertGreater(found["texts"], 20)
                paper.add(self.browser.run("return getComputedStyle(document.body).backgroundColor"))
        self.assertEqual(len(paper), 2, "the two schemes differ")
        self.browser.emulate("dark", media="print")
        self.assertEqual(self.browser.run(CONTRAST)["problems"], [])

    def test_fits_in_a_narrow_window(self):
        self.browser.resize(320, 640)
        for page in [REPORTS / "class" / "index.html", *pages("exemple")]:
            self.open(page)
            self.assertEqual(self.browser.run("return document.documentElement.scrollWidth"), 320, page)
            stick_out = self.browser.run("return [...document.querySelectorAll('main > *, section > *')].filter((e) =>"
                                         " e.getBoundingClientRect().right > 305).map((e) => e.outerHTML.slice(0, 80))")
            self.assertEqual(stick_out, [], page)

    def test_moves_nothing_when_asked_not_to(self):
        self.open(REPORTS / "class" / "index.html")
        behaviour = "return getComputedStyle(document.documentElement).scrollBehavior"
        self.assertEqual(self.browser.run(behaviour), "auto")
        self.browser.emulate()
        self.assertEqual(self.browser.run(behaviour), "smooth")

    def test_says_the_same_without_scripts(self):
        self.browser.chromium("Emulation.setScriptExecutionDisabled", value=True)
        try:
            self.open(REPORTS / "class" / "index.html")
        finally:
            self.browser.chromium("Emulation.setScriptExecutionDisabled", value=False)
        self.assertEqual(len(self.names()), 200)
        self.assertFalse(self.browser.run("return document.getElementById('filtres').checkVisibility()"))

    def test_names_its_parts_to_those_who_hear_it(self):
        for page in [REPORTS / "class" / "index.html", *pages("exemple")]:
            self.open(page)
            problems = self.browser.run(r"""
              const problems = [];
              for (const table of document.querySelectorAll('table')) {
                if (!table.caption?.textContent.trim()) problems.push('a table without a caption');
                for (const th of table.querySelectorAll('th'))
                  if (!th.scope) problems.push(`no scope: ${th.textContent}`);
              }
              for (const field of document.querySelectorAll('input, select'))
                if (field.labels.length !== 1) problems.push(`no label: ${field.id}`);
              for (const region of document.querySelectorAll('[aria-labelledby]'))
                if (!document.getElementById(region.getAttribute('aria-labelledby'))) problems.push('a label that is not there');
              const levels = [...document.querySelectorAll('h1, h2, h3')].map((h) => Number(h.tagName[1]));
              if (levels.filter((level) => level === 1).length !== 1) problems.push('one h1');
              levels.forEach((level, i) => { if (i > 0) if (level > levels[i - 1] + 1) problems.push('a level is skipped'); });
              const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
              if (new Set(ids).size !== ids.length) problems.push('an id twice');
              for (const link of document.querySelectorAll('a[href^="#"]'))
                if (!document.getElementById(link.getAttribute('href').slice(1))) problems.push(`leads nowhere: ${link.href}`);
              for (const svg of document.querySelectorAll('svg'))
                if (!svg.closest('[role=img], [aria-hidden=true]')) problems.push('a picture without words');
              return problems;""")
            self.assertEqual(problems, [], page)

    def test_links_to_each_student(self):
        self.open(REPORTS / "exemple" / "index.html")
        for address in self.browser.run("return [...document.querySelectorAll('#classe a')].map((a) => a.href)"):
            self.browser.open(address)
            self.assertTrue(self.browser.find("h1").text())

    @unittest.skipUnless(shutil.which("pdftotext"), "pdftotext is missing: apt-get install poppler-utils")
    def test_prints_every_row_under_its_headings(self):
        self.open(REPORTS / "class" / "index.html")
        names = self.names()
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "class.pdf"
            file.write_bytes(self.browser.pdf())
            text = subprocess.run(["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True, text=True).stdout
        printed = re.sub(r"\s+", " ", text)
        self.assertEqual([name for name in names if name not in printed], [])
        sheets = [sheet for sheet in text.split("\f") if names[10] in sheet or names[100] in sheet or names[190] in sheet]
        self.assertGreater(len(sheets), 1)
        for sheet in sheets:
            for heading in ("Total", "01a", "07b"):
                self.assertIn(heading, sheet, "headings are on each sheet")


if __name__ == "__main__":
    # Whatever the browser does, this ends, and takes it along.
    def give_up(*_):
        raise Failure("the browser took more than two minutes")

    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(120)
    with contextlib.suppress(KeyboardInterrupt):
        unittest.main(argv=[sys.argv[0]], verbosity=2)
