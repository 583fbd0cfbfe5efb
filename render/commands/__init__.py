"""The commands that need both halves: the one package beside `cli.py` that may import `fetch` and `render`.

Arguments in, sentences and an exit status out. A family of commands that needs one half alone stands in that half
(`…_commands.py`). Heavy imports wait until a command runs: `cli.py` imports these modules for every command.
"""
