# SPDX-License-Identifier: MIT
"""A browser driven as a person would: the part of W3C WebDriver, and of Chromium's own protocol, that tests of pages need.
Python's standard library alone: http to a chromedriver that this starts, and ends."""
import base64
import http.client
import json
import os
import shutil
import signal
import subprocess
import tempfile

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Space": "\ue00d", "Shift": "\ue008"}

# No sandbox of its own: as root it has none, and the pages are ours. The rest keeps it from asking the network.
ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
             "--force-color-profile=srgb", "--hide-scrollbars", "--lang=fr"]


class Failure(Exception):
    """What the browser refused, in its words."""


class Element:
    def __init__(self, browser, reference):
        self.browser, self.reference = browser, reference

    def _call(self, method, what, body=None):
        return self.browser.call(method, f"/element/{self.reference}/{what}", body)

    def click(self):
        self._call("POST", "click", {})

    def type(self, text):
        self._call("POST", "value", {"text": text})

    def clear(self):
        self._call("POST", "clear", {})

    def text(self):
        return self._call("GET", "text")


class Browser:
    """`with Browser() as browser:`; the processes and files it needed are gone when it ends."""

    def __init__(self, chromium="/usr/bin/chromium", driver="/usr/bin/chromedriver"):
        self.profile = tempfile.mkdtemp(prefix="atelier-browser-")
        self.session = None
        # A group of its own, so that no browser is left when this ends.
        self.driver = subprocess.Popen([driver, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                       start_new_session=True, env=dict(os.environ, HOME=self.profile, TMPDIR=self.profile))
        try:
            self.port = self._port()
            options = {"binary": chromium, "args": ARGUMENTS + [f"--user-data-dir={self.profile}/user"]}
            made = self.call("POST", "", {"capabilities": {"alwaysMatch": {
                "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}}})
            self.session = made["sessionId"]
        except BaseException:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        try:
            if self.session:
                self.call("DELETE", "")
        except (OSError, Failure, http.client.HTTPException):
            pass
        try:
            os.killpg(self.driver.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.driver.wait()
        self.driver.stdout.close()
        shutil.rmtree(self.profile, ignore_errors=True)

    def _port(self):
        for line in self.driver.stdout:
            if "started successfully on port" in line:
                return int(line.rstrip().rstrip(".").rsplit(" ", 1)[1])
        raise Failure("chromedriver did not start")

    def call(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            place = "/session" + (f"/{self.session}" if self.session else "") + path
            payload = None if body is None else json.dumps(body)
            connection.request(method, place, payload, {"Content-Type": "application/json"})
            value = json.loads(connection.getresponse().read())["value"]
        finally:
            connection.close()
        if isinstance(value, dict) and "error" in value:
            raise Failure(value["error"] + ": " + value.get("message", ""))
        return value

    def open(self, address):
        self.call("POST", "/url", {"url": address})

    def find(self, selector):
        return Element(self, self.call("POST", "/element", {"using": "css selector", "value": selector})[ELEMENT])

    def find_all(self, selector):
        found = self.call("POST", "/elements", {"using": "css selector", "value": selector})
        return [Element(self, each[ELEMENT]) for each in found]

    def run(self, script, *arguments):
        """The value of a function's body; what it throws is a Failure."""
        return self.call("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def press(self, *names):
        """Keys pressed together, by whatever has the focus."""
        keys = [KEYS.get(name, name) for name in names]
        actions = [{"type": "keyDown", "value": key} for key in keys]
        actions += [{"type": "keyUp", "value": key} for key in reversed(keys)]
        self.call("POST", "/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})

    def chromium(self, command, **parameters):
        """A command of the DevTools protocol."""
        return self.call("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def resize(self, width, height):
        self.chromium("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def emulate(self, scheme="light", media="", reduced_motion=False):
        motion = "reduce" if reduced_motion else "no-preference"
        self.chromium("Emulation.setEmulatedMedia", media=media,
                      features=[{"name": "prefers-color-scheme", "value": scheme},
                                {"name": "prefers-reduced-motion", "value": motion}])

    def console(self):
        """What the console was told since it was last asked: errors of scripts, and refusals of the page's policy."""
        return [f"{entry['level']}: {entry['message']}" for entry in self.call("POST", "/se/log", {"type": "browser"})]

    def pdf(self):
        return base64.b64decode(self.chromium("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"])

    def screenshot(self):
        return base64.b64decode(self.chromium("Page.captureScreenshot")["data"])
