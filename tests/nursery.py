"""`writwatch` as many programs, each forked from one that has imported everything: lines of JSON in, lines of JSON out.

`{"words": […], "env": {…}, "said": FILE}` starts one and tells its process id; `{"look": ID}` tells its return code,
null while it runs; `{"wait": ID}` waits for that.
"""
import datetime as dt
import json
import os
import subprocess
import sys
import traceback
from importlib import import_module
from pathlib import Path
from typing import Any

HEAVY = ("fetch.sync", "fetch.webhooks", "fetch.courtlistener", "fetch.feed", "render.cli", "render.casebook",
         "render.outputs", "render.build", "render.judges", "render.known", "render.trail", "render.enforcement")


class Nursery:
    """The one that forks, from without."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).absolute())], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, **asked: Any) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(asked).encode() + b"\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self) -> None:
        self.process.communicate()


def run(words: list[str], env: dict[str, str], said: str) -> None:
    """What a forked one does until its end."""
    status: Any = 70
    try:
        out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(out, 1)
        os.dup2(out, 2)
        os.environ.update(env)
        sys.argv = ["writwatch", *words]
        import_module("writwatch.render.cli").main()
    except SystemExit as end:
        status = end.code or 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status if isinstance(status, int) else 1)


def main() -> None:
    for name in HEAVY:
        import_module(f"writwatch.{name}")
    # A docket rests for a quarter of an hour between two looks at it, pushed or not: here for a moment.
    import_module("writwatch.fetch.plan").FRESH = dt.timedelta(seconds=1)
    ended: dict[int, int] = {}
    for line in sys.stdin:
        asked = json.loads(line)
        if "words" in asked:
            answer: Any = os.fork()
            if answer == 0:
                run(**asked)
        else:
            number = asked.get("look") or asked["wait"]
            if number not in ended:
                done, status = os.waitpid(number, 0 if "wait" in asked else os.WNOHANG)
                if done:
                    ended[number] = os.waitstatus_to_exitcode(status)
            answer = ended.get(number)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
