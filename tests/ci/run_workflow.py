#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""run_workflow.py FILE WORKSPACE GRADER COURSE REPOSITORY

Does on this machine what GitHub Actions or GitLab CI would do with FILE, a workflow of examples/ci: runs its very steps with their
shell, in WORKSPACE, a new folder, with the variables that the service gives. Nothing is downloaded: the course is COURSE, graded by
GRADER, and REPOSITORY is what the service would check out. Prints what the steps print, then a line of JSON: whether they
succeeded, the summary of the job, what was kept. 77: a library is not there.
"""

import json
import os
import re
import shlex
import shutil
import stat
import subprocess
import sys

try:
    import yaml
except ImportError:
    sys.exit(77)

workflow, workspace, grader, course, repository = map(os.path.abspath, sys.argv[1:6])


def program(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write("#!/bin/sh\n" + text)
    os.chmod(path, stat.S_IRWXU)


def put_course(path):
    """The course's checkout, as far as a workflow sees it: the launcher."""
    program(f"{path}/atelier", f"exec {shlex.quote(grader)} --course {shlex.quote(course)} \"$@\"\n")


def shell(text, variables, folder):
    """As both services do it: errors end the script. Packages are there already; the course is cloned from nowhere."""
    tools = workspace + ".outils"
    program(f"{tools}/apt-get", "exit 0\n")
    program(f"{tools}/git", 'for last; do :; done\nif [ "$last" = cours ]; then cp -R "' + tools + '/cours" cours; else exec /usr/bin/git "$@"; fi\n')
    put_course(f"{tools}/cours")
    environment = {"PATH": f"{tools}:/usr/bin:/bin", "HOME": workspace, "LC_ALL": "C.UTF-8", "CI": "true",
                   "GIT_CONFIG_NOSYSTEM": "1", **{k: str(v) for k, v in variables.items()}}
    done = subprocess.run(["/bin/sh", "-e", "-c", text], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=300)
    sys.stdout.write(done.stdout.decode("utf-8"))
    return done.returncode


def kept(path):
    path = os.path.join(workspace, path)
    return sorted(os.listdir(path)) if os.path.isdir(path) else [path] if os.path.exists(path) else None


def github(job):
    assert job["container"] == "debian:12" and job["timeout-minutes"] > 0
    os.makedirs(workspace)
    outputs, secrets, artifacts = {}, {"JETON_DE_LECTURE": "s3cret"}, {}
    files = {name: workspace + "." + name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    failed = False

    def expanded(text):
        def value(match):
            words = match.group(1).split(".")
            return secrets[words[1]] if words[0] == "secrets" else outputs.get((words[1], words[3]), "")
        return re.sub(r"\$\{\{ *([^} ]+) *\}\}", value, str(text))

    for step in job["steps"]:
        assert set(step) <= {"name", "id", "run", "uses", "with", "if", "env"}, step
        if failed and step.get("if") != "always()":
            continue
        if "uses" in step:
            kind, given = step["uses"], step["with"]
            assert re.fullmatch(r"actions/[a-z-]+@v\d+", kind), kind
            if kind.startswith("actions/checkout@"):
                assert given["persist-credentials"] is False
                if "repository" in given:
                    assert given["ref"], "a course that is pinned"
                    put_course(os.path.join(workspace, given["path"]))
                else:
                    shutil.copytree(repository, os.path.join(workspace, given["path"]), symlinks=True)
            else:
                artifacts[given["name"]] = kept(given["path"])
            continue
        assert "${{" not in step["run"], "what others write never becomes part of a script"
        variables = {key: expanded(value) for key, value in step.get("env", {}).items()}
        open(files["GITHUB_OUTPUT"], "w", encoding="utf-8").close()
        failed = shell(step["run"], {**files, **variables, "GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": workspace},
                       workspace) != 0 or failed
        with open(files["GITHUB_OUTPUT"], encoding="utf-8") as file:
            for line in file:
                name, _, value = line.rstrip("\n").partition("=")
                outputs[(step["id"], name)] = value
    summary = ""
    if os.path.exists(files["GITHUB_STEP_SUMMARY"]):
        with open(files["GITHUB_STEP_SUMMARY"], encoding="utf-8") as file:
            summary = file.read()
    return {"succeeded": not failed, "summary": summary, "artifacts": artifacts}


def gitlab(definition):
    shutil.copytree(repository, workspace, symlinks=True)
    stages = definition.get("stages", ["test"])
    jobs = {name: job for name, job in definition.items() if isinstance(job, dict) and "script" in job}
    artifacts, failed = {}, False
    for stage in stages:
        for name, job in jobs.items():
            if job.get("stage", "test") != stage or failed:
                continue
            assert set(job) <= {"stage", "image", "timeout", "rules", "before_script", "script", "artifacts"}, job
            lines = job.get("before_script", []) + job["script"]
            assert all(isinstance(line, str) for line in lines), lines
            variables = {**definition["variables"], "GITLAB_CI": "true", "CI_PROJECT_DIR": workspace,
                         "JETON_DE_LECTURE": "s3cret"}
            failed = shell("\n".join(lines), variables, workspace) != 0
            for path in job["artifacts"]["paths"]:
                artifacts[path] = kept(path)
            junit = job["artifacts"].get("reports", {}).get("junit")
            if junit:
                artifacts["junit"] = kept(junit)
    return {"succeeded": not failed, "summary": "", "artifacts": artifacts}


with open(workflow, encoding="utf-8") as source:
    definition = yaml.safe_load(source)
if "jobs" in definition:
    assert definition["permissions"] == {"contents": "read"} and True in definition  # « on », which YAML reads as a truth
    (only,) = definition["jobs"].values()
    result = github(only)
else:
    result = gitlab(definition)
print("\n" + json.dumps(result))
