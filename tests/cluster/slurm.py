#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The Slurm example, for real: slurm.py GRADER COURSE SUBMISSIONS EXAMPLES

Starts munged, slurmctld and slurmd of its own, on this machine alone, submits what EXAMPLES/slurm holds, and compares the
reports with those of a class graded at once. Exit status 77: Slurm is not installed."""
import ctypes
import filecmp
import getpass
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading

PATH = "/usr/sbin:/usr/bin:/sbin:/bin"
NEEDED = ["munged", "slurmctld", "slurmd", "sbatch", "scancel", "scontrol"]
BOUND = 100  # seconds, for any one thing to happen


def free_ports(count):
    taken = [socket.socket() for _ in range(count)]
    for one in taken:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in taken]
    for one in taken:
        one.close()
    return ports


def end_with_parent():
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG: however we end, they do


class Cluster:
    """One node, whose daemons are children of ours and end with it."""

    def __init__(self, place):
        self.place = place
        self.daemons = []
        host = socket.gethostname().split(".")[0]
        controller, node = free_ports(2)
        for name in ("state", "spool", "munge"):
            (place / name).mkdir(mode=0o755)
        self.munge = place / "munge" / "socket"
        key = place / "munge" / "key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o400)
        (place / "slurm.conf").write_text(f"""
ClusterName=atelier
SlurmctldHost={host}(127.0.0.1)
SlurmUser={getpass.getuser()}
SlurmdUser={getpass.getuser()}
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket={self.munge}
SlurmctldPort={controller}
SlurmdPort={node}
SlurmctldPidFile={place}/slurmctld.pid
SlurmdPidFile={place}/slurmd.pid
SlurmctldLogFile={place}/slurmctld.log
SlurmdLogFile={place}/slurmd.log
StateSaveLocation={place}/state
SlurmdSpoolDir={place}/spool
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MailProg=/bin/true
SchedulerParameters=batch_sched_delay=0,sched_interval=2,bf_interval=2
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
NodeName={host} NodeAddr=127.0.0.1 CPUs={max(2, os.cpu_count())} State=UNKNOWN
PartitionName=all Nodes={host} Default=YES MaxTime=10 State=UP
""")
        self.environment = {**{k: v for k, v in os.environ.items() if not k.startswith(("SLURM", "SBATCH", "CI_", "JOB_"))},
                            "PATH": PATH, "SLURM_CONF": str(place / "slurm.conf"), "LC_ALL": "C.UTF-8"}

    def __enter__(self):
        here = self.place / "munge"
        try:
            self.start("munged", "--foreground", "--key-file", here / "key", "--socket", self.munge, "--pid-file",
                       here / "pid", "--log-file", here / "log", "--seed-file", here / "seed", "--num-threads", "2")
            self.wait_for("munged", lambda: self.munge.exists())
            self.start("slurmctld", "-D")
            self.start("slurmd", "-D")
            self.wait_for("slurmd", lambda: "State=IDLE" in self.ask("scontrol", "show", "node"))
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for daemon in reversed(self.daemons):
            daemon.send_signal(signal.SIGTERM)
            try:
                daemon.wait(20)
            except subprocess.TimeoutExpired:
                daemon.kill()
                daemon.wait()

    def start(self, *words):
        with open(self.place / f"{words[0]}.out", "wb") as out:
            self.daemons.append(subprocess.Popen([str(word) for word in words], env=self.environment, cwd=self.place,
                                                 stdin=subprocess.DEVNULL, stdout=out, stderr=out,
                                                 preexec_fn=end_with_parent))

    def wait_for(self, what, happened):
        """Looks ten times a second: none of these daemons says when it is ready."""
        for _ in range(BOUND * 10):
            if happened():
                return
            if any(daemon.poll() is not None for daemon in self.daemons):
                break
            try:
                self.daemons[-1].wait(0.1)
            except subprocess.TimeoutExpired:
                pass
        raise SystemExit(f"{what} is not ready\n{self.logs()}")

    def ask(self, *words):
        return subprocess.run(words, env=self.environment, capture_output=True, text=True, timeout=BOUND).stdout

    def logs(self):
        return "\n".join(f"== {path}\n{path.read_text(errors='replace')[-4000:]}" for path in
                         [*sorted(self.place.glob("*.log")), *sorted(self.place.glob("*.out"))])


def alive(marker):
    """Processes, ours left out, that were started with `marker` in their environment."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            try:
                if marker.encode() in (entry / "environ").read_bytes():
                    found.append((entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace"))
            except OSError:
                pass
    return found


def await_nobody(marker):
    """The last step of a job ends a little after its daemon."""
    waiting = threading.Event()
    for _ in range(100):
        left = alive(marker)
        if not left:
            return
        waiting.wait(0.1)
    raise SystemExit(f"still running: {left}")


def grade(grader, course, submissions, out, seed):
    done = subprocess.run([grader, "--course", course, "grade", submissions, "--out", out, "--seed", seed], timeout=BOUND,
                          capture_output=True, text=True)
    if done.returncode > 1:
        raise SystemExit(f"grade: {done.stderr}")


def differences(one, other):
    compared = filecmp.dircmp(one, other, ignore=["carnet.db"])
    found = compared.left_only + compared.right_only + compared.funny_files
    found += filecmp.cmpfiles(one, other, compared.common_files, shallow=False)[1]
    for name in compared.common_dirs:
        found += differences(pathlib.Path(one) / name, pathlib.Path(other) / name)
    return found


def main():
    grader, course, submissions, examples = sys.argv[1:]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
    missing = [name for name in NEEDED if not shutil.which(name, path=PATH)]
    if missing:
        print(f"Slurm is not installed here ({', '.join(missing)}): packages slurm-wlm and munge")
        return 77
    with tempfile.TemporaryDirectory(prefix="slurm-") as folder:
        place = pathlib.Path(folder)
        place.chmod(0o755)
        program = place / "atelier"  # what a teacher would call ./atelier, for another course
        program.write_text(f'#!/bin/sh\nexec "{grader}" --course "{course}" "$@"\n')
        program.chmod(0o755)
        results = place / "results"
        with Cluster(place) as cluster:
            cluster.environment["ATELIER"] = str(program)
            try:
                submitted = subprocess.run([f"{examples}/slurm/grade-class", submissions, str(results), "4", "--wait"],
                                           env=cluster.environment, capture_output=True, text=True, timeout=BOUND)
            except subprocess.TimeoutExpired:
                cluster.ask("scancel", "--user", getpass.getuser())
                raise SystemExit(f"the merge has not ended\n{cluster.ask('scontrol', 'show', 'job')}\n{cluster.logs()}")
            told = "\n".join(f"== {log.name}\n{log.read_text()}" for log in sorted((results / "log").glob("*")))
            if submitted.returncode != 0:
                raise SystemExit(f"{submitted.stdout}{submitted.stderr}\n{told}\n{cluster.logs()}")
        await_nobody(str(place / "slurm.conf"))
        grade(grader, course, submissions, str(place / "whole"), (results / "seed").read_text().strip())
        found = differences(place / "whole", results / "class")
        if found:
            raise SystemExit(f"merged and unsharded reports differ: {found}\n{told}")
        print(f"{len(list((results / 'parts').iterdir()))} parts merged, same reports\n{told}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
