"""A workflow file in, its jobs run in order in fresh folders out, as a host of git repositories would.

What is understood: `needs`, `if`, `env`, outputs, steps with `run`, and the four actions that the starter's workflow
uses. `trouble` is asked before each step what befalls it.
"""
import os
import random
import re
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}")


class Trouble(NamedTuple):
    """What befalls a step. `kill`: after so many seconds; `lost`: the machine with it, so that no later step runs;
    `disk`: kilobytes that a file may have; `before`: what somebody else does
    meanwhile; `cut`: killed when `Host.cut` is set."""

    kill: float | None = None
    lost: bool = False
    disk: int | None = None
    before: Callable[[], None] | None = None
    cut: bool = False


CALM = Trouble()


class Step(NamedTuple):
    """What became of a step."""

    job: str
    name: str
    outcome: str
    said: str


class Run(NamedTuple):
    """What became of a run: of each job "success", "failure" or "skipped"."""

    jobs: dict[str, str]
    steps: list[Step]
    summary: str

    @property
    def red(self) -> bool:
        return "failure" in self.jobs.values()

    @property
    def said(self) -> str:
        return "".join(step.said for step in self.steps)

    def outcome(self, name: str) -> str:
        """Of the step of that name; "" where it was not come to."""
        return next((step.outcome for step in self.steps if step.name == name), "")


class Host:
    """A repository on a host: the tracker, the bare repository of its state, the pages as the public sees them."""

    def __init__(self, folder: Path, tracker: Path, env: Mapping[str, str]) -> None:
        self.folder, self.tracker, self.env = folder, tracker, dict(env)
        self.remote, self.live = folder / "remote.git", folder / "live"
        self.secrets: dict[str, str] = {}
        self.workflow = tracker / ".github" / "workflows" / "update.yml"
        subprocess.run(["git", "init", "--quiet", "--bare", str(self.remote)], check=True)
        self.number = 0
        self.cut = threading.Event()

    def run(self, trouble: Callable[[str], Trouble] = lambda name: CALM) -> Run:
        """Every job of a scheduled run."""
        self.number += 1
        self.cut.clear()
        self.needs: dict[str, dict[str, Any]] = {}
        steps: list[Step] = []
        for name, job in yaml.safe_load(self.workflow.read_text("utf-8"))["jobs"].items():
            needed = [job["needs"]] if isinstance(job.get("needs"), str) else job.get("needs", [])
            good = all(self.needs[each]["result"] == "success" for each in needed)
            if not self.holds(str(job.get("if", "success()")), good, {}, Path()):
                self.needs[name] = {"result": "skipped", "outputs": {}}
                continue
            steps += self.run_job(name, job, trouble)
        summary = self.folder / "summary"
        return Run({name: each["result"] for name, each in self.needs.items()}, steps,
                   summary.read_text("utf-8") if summary.exists() else "")

    def run_job(self, name: str, job: Mapping[str, Any], trouble: Callable[[str], Trouble]) -> list[Step]:
        here = self.folder / f"run{self.number}-{name}"
        here.mkdir()
        env = {key: self.filled(value, {}, here) for key, value in job.get("env", {}).items()}
        done: list[Step] = []
        known: dict[str, dict[str, Any]] = {}
        for step in job["steps"]:
            good = all(each.outcome != "failure" for each in done)
            title = step.get("name") or step["uses"].partition("@")[0]
            if not self.holds(str(step.get("if", "success()")), good, known, here):
                known[step.get("id", title)] = {"outcome": "skipped", "outputs": {}}
                continue
            befalls = trouble(title)
            out = here.parent / f"outputs-{name}"
            out.write_text("")
            own = {key: self.filled(value, known, here) for key, value in step.get("env", {}).items()}
            if befalls.before:
                befalls.before()
            if "uses" in step:
                outcome, said = ("failure", "") if befalls != CALM else self.act(title, here)
            else:
                outcome, said = self.shell(step["run"], here, {**env, **own, "GITHUB_OUTPUT": str(out)}, befalls)
            given = dict(line.split("=", 1) for line in out.read_text("utf-8").splitlines() if "=" in line)
            known[step.get("id", title)] = {"outcome": outcome, "outputs": given}
            done.append(Step(name, title, outcome, said))
            if befalls.lost:
                done.append(Step(name, "the machine", "failure", "it is gone"))
                break
        result = "failure" if any(each.outcome == "failure" for each in done) else "success"
        outputs = {key: self.filled(value, known, here) for key, value in job.get("outputs", {}).items()}
        self.needs[name] = {"result": result, "outputs": outputs}
        return done

    def act(self, action: str, here: Path) -> tuple[str, str]:
        """What an action of others does, as far as it matters here."""
        artifact = self.folder / "artifact"
        if action.endswith("/checkout"):
            shutil.copytree(self.tracker, here, dirs_exist_ok=True)
        elif action.endswith("/upload-pages-artifact"):
            if not (here / "public").is_dir():
                return "failure", "there is no public\n"
            shutil.rmtree(artifact, ignore_errors=True)
            shutil.copytree(here / "public", artifact)
        elif action.endswith("/deploy-pages"):
            shutil.rmtree(self.live, ignore_errors=True)
            artifact.rename(self.live)
        return "success", ""

    def shell(self, script: str, here: Path, env: Mapping[str, str], befalls: Trouble) -> tuple[str, str]:
        if "pip install" in script:
            return "success", ""
        limit = f"ulimit -f {befalls.disk}\n" if befalls.disk is not None else ""
        said = here.parent / "said"
        with said.open("wb") as out:
            process = subprocess.Popen(
                ["bash", "-e", "-c", limit + script], cwd=here, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
                start_new_session=True,
                env=self.env | {"GITHUB_STEP_SUMMARY": str(self.folder / "summary"), "HOME": str(self.folder)} | env)
            deadline = time.monotonic() + befalls.kill if befalls.kill is not None else None
            while process.poll() is None:
                if (befalls.cut and self.cut.is_set()) or (deadline and time.monotonic() > deadline):
                    os.killpg(process.pid, signal.SIGKILL)
                time.sleep(0.005)
        return "success" if process.returncode == 0 else "failure", said.read_text("utf-8", "replace")

    # Expressions.

    def holds(self, condition: str, good: bool, steps: Mapping[str, Any], here: Path) -> bool:
        always = re.search(r"\b(?:always|failure|cancelled|success)\(\)", condition)
        return bool(self.value(condition, good, steps, here)) and (bool(always) or good)

    def filled(self, text: Any, steps: Mapping[str, Any], here: Path) -> str:
        return EXPRESSION.sub(lambda found: str(self.value(found[1], True, steps, here) or ""), str(text))

    def value(self, expression: str, good: bool, steps: Mapping[str, Any], here: Path) -> Any:
        known: dict[str, Any] = {
            "secrets": self.secrets, "vars": {"STATE_REPOSITORY": str(self.remote)}, "steps": steps,
            "needs": self.needs, "github": {"event_name": "schedule", "token": "of-the-run"}}

        def look(path: str) -> Any:
            value: Any = known
            for name in path.split("."):
                value = value.get(name, "") if isinstance(value, dict) else ""
            return value

        plain = re.sub(r"\b(?:secrets|vars|steps|needs|github)(?:\.[\w-]+)+", lambda found: f"look('{found[0]}')",
                       expression.strip())
        plain = plain.replace("&&", " and ").replace("||", " or ")
        functions = {
            "look": look, "always": lambda: True, "success": lambda: good,
            "format": lambda text, *given: text.format(*given),
            "hashFiles": lambda name: "x" if (here / name).is_file() else ""}
        return eval(plain, {"__builtins__": {}}, functions)


def killed_within(chance: random.Random, seconds: float) -> Trouble:
    """A step that is killed at some moment."""
    return Trouble(kill=chance.uniform(0.05, seconds))


