#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What the examples for GitLab and Kubernetes say, as YAML and against what these systems require: examples.py EXAMPLES"""
import pathlib
import re
import subprocess
import sys

import yaml

EXAMPLES = pathlib.Path(sys.argv[1])


def require(holds, what):
    if not holds:
        raise SystemExit(what)


def require_shell(line):
    """A line of shell: it can be read, and takes 1 (points were lost) for a success, and nothing else."""
    require(subprocess.run(["sh", "-n", "-c", line]).returncode == 0, f"no shell: {line}")
    tail = line[line.index("||"):]
    for status, wanted in ((0, 0), (1, 0), (2, 1), (137, 1)):
        ended = subprocess.run(["sh", "-c", f"(exit {status}) {tail}"]).returncode
        require((ended != 0) == (wanted != 0), f"exit status {status} becomes {ended}: {line}")


def gitlab():
    ci = yaml.safe_load((EXAMPLES / "gitlab" / ".gitlab-ci.yml").read_text())
    jobs = {name: job for name, job in ci.items() if name not in ("stages", "default")}
    require(set(jobs) == {"grade", "merge"}, f"jobs: {list(jobs)}")
    for name, job in jobs.items():
        require(job["stage"] in ci["stages"], f"{name}: unknown stage")
        require(set(job) <= {"stage", "parallel", "needs", "script", "artifacts", "retry"}, f"{name}: unknown key")
        for line in job["script"]:
            require_shell(line)
    require(jobs["grade"]["parallel"] >= 2, "grade is not parallel")
    require("--shard auto" in jobs["grade"]["script"][0] and "--seed" in jobs["grade"]["script"][0], "grade: no shard")
    require(jobs["merge"]["needs"] == ["grade"], "merge does not wait for grade")


def kubernetes():
    jobs = {}
    for name in ("grade", "merge"):
        job = yaml.safe_load((EXAMPLES / "kubernetes" / f"{name}.yaml").read_text())
        require((job["apiVersion"], job["kind"]) == ("batch/v1", "Job"), f"{name}: no Job")
        require(re.fullmatch(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?", job["metadata"]["name"]), f"{name}: its name")
        pod = job["spec"]["template"]["spec"]
        require(pod["restartPolicy"] in ("Never", "OnFailure"), f"{name}: a Job restarts Never or OnFailure")
        volumes = {volume["name"] for volume in pod["volumes"]}
        for container in pod["containers"]:
            require({mount["name"] for mount in container["volumeMounts"]} <= volumes, f"{name}: unknown volume")
            for variable in container.get("env", []):
                require(isinstance(variable.get("value", ""), str), f"{name}: {variable['name']} is no text")
            require(container["command"] == ["/bin/sh", "-c"], f"{name}: its command")
            require_shell(container["args"][0])
        jobs[name] = job["spec"]
    grade = jobs["grade"]
    require(grade["completionMode"] == "Indexed", "grade is not Indexed")
    variables = {v["name"]: v.get("value") for v in grade["template"]["spec"]["containers"][0]["env"]}
    require(variables["ATELIER_SHARDS"] == str(grade["completions"]), "ATELIER_SHARDS is not the number of completions")


gitlab()
kubernetes()
