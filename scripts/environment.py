"""Sets up the project's own environment, then runs a command in it.

Plain standard library, old syntax: this file must run on any Python 3, to say which one is needed.
`.venv` is made once; it is made anew when a lock file, the interpreter or the project's place
changes.
"""

import hashlib
import os
import shutil
import subprocess
import sys

NEEDED = (3, 11)
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
STAMP = os.path.join(VENV, "ready")
BIN = os.path.join(VENV, "Scripts" if os.name == "nt" else "bin")
LOCKS = {
    "run": ["requirements.lock"],
    "test": ["requirements.lock", os.path.join("tests", "requirements.lock")],
}


def run(purpose, *command):
    """Set up what `purpose` ("run" or "test") needs and run the commands; exit like the first
    that fails. A command is a list; its first word is a program of the environment."""
    python = prepare(purpose)
    code = 0
    for words in command:
        program = [python] if words[0] == "python" else [tool(words[0])]
        code = wait(program + list(words[1:]))
        if code:
            break
    sys.exit(code)


def tool(name):
    """Path of a program of the environment."""
    return os.path.join(BIN, name + (".exe" if os.name == "nt" else ""))


def prepare(purpose):
    """Make or refresh `.venv`. Returns the path of its interpreter."""
    if sys.version_info < NEEDED:
        stop(
            "Python %d.%d or newer is needed; this is %s. / 需要 Python %d.%d 或更新的版本。"
            % (NEEDED + (sys.version.split()[0],) + NEEDED)
        )
    wanted = fingerprint(purpose)
    have = read(STAMP).split("\n")
    if have[0] == base() and wanted in have and os.path.exists(tool("python")):
        return tool("python")
    say("Setting up .venv, about a minute the first time … / 正在准备 .venv，第一次大约一分钟……")
    if have[0] != base():
        shutil.rmtree(VENV, ignore_errors=True)
    if not os.path.exists(tool("python")):
        make()
    pip = [tool("python"), "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    locks = [word for name in LOCKS[purpose] for word in ("-r", os.path.join(ROOT, name))]
    call(pip + ["--require-hashes", "--only-binary", ":all:"] + locks, "packages")
    call(
        pip + ["--no-deps", "--no-index", "--no-build-isolation", "--editable", ROOT],
        "helpcenter",
    )
    stamps = [base(), wanted] + [one for one in have[1:] if one and have[0] == base()]
    with open(STAMP + ".new", "w", newline="\n") as stream:
        stream.write("\n".join(stamps))
    os.replace(STAMP + ".new", STAMP)
    return tool("python")


def make():
    """Make `.venv`."""
    try:
        import ensurepip  # noqa: F401
        import venv
    except ImportError:
        stop(
            "Python's venv module is missing. On Debian and Ubuntu: apt install python3-venv\n"
            "缺少 Python 的 venv 模块。Debian 和 Ubuntu 上：apt install python3-venv"
        )
    venv.EnvBuilder(with_pip=True, clear=True).create(VENV)


def fingerprint(purpose):
    """What the environment depends on, as one word."""
    digest = hashlib.sha256()
    for name in LOCKS[purpose] + ["pyproject.toml"]:
        with open(os.path.join(ROOT, name), "rb") as stream:
            digest.update(stream.read())
    return purpose + ":" + digest.hexdigest()


def base():
    """What the environment is tied to: the interpreter, and where the project lies."""
    return "%s %s %s" % (sys.version.split()[0], os.path.realpath(sys.executable), ROOT)


def call(command, what):
    """Run a command of the set-up; on failure say which part, and stop."""
    if wait(command):
        stop(
            "Could not install %s; the lines above say why. Run the command again to go on.\n"
            "没能安装 %s，原因见上面几行。再运行一次即可继续。" % (what, what)
        )


def wait(command):
    """Run a program to its end; Ctrl-C reaches it too, and it is let end in its own way."""
    process = subprocess.Popen(command, cwd=ROOT)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue


def read(path):
    """The file's text, or nothing."""
    try:
        with open(path) as stream:
            return stream.read()
    except OSError:
        return ""


def say(text):
    """Tell the person at the terminal."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def stop(text):
    """Tell what is missing and end."""
    say(text)
    sys.exit(2)
