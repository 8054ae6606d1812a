"""Sets the game up in .venv, then starts it, its tests or its benchmarks; knows nothing of the game itself.

python3 play.py [arguments of quizgame]    python3 play.py test [arguments of pytest]    python3 play.py bench
"""

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - said before anything that an old Python would not understand
    sys.exit("Thirty Seconds Flat needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info))

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PIP = PYTHON.with_name("pip.exe" if os.name == "nt" else "pip")
STAMP = VENV / "set-up-by-play"
NO_VENV = (
    "This Python cannot make virtual environments: install its 'venv' package (on Debian and Ubuntu:"
    " sudo apt install python3-venv) or uv, then try again."
)


def main(arguments: list[str]) -> None:
    """Start what is asked for, after setting it up where needed; does not return."""
    command = arguments[0] if arguments[:1] in (["test"], ["bench"]) else "play"
    try:
        set_up("test" if command == "test" else "play")
        if command == "play":  # -P: a stray yaml.py in the player's folder must not be imported
            python = "py" if os.name == "nt" else "python3"
            os.environ["QUIZGAME_CALLED"] = f"{python} {shlex.quote(sys.argv[0])}"
            start(["-P", "-m", "quizgame", *arguments])
        os.chdir(HERE)
        start(["-m", "pytest" if command == "test" else "benchmarks", *arguments[1:]])
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        sys.exit(f"The game could not be set up: {error}.")


def set_up(kind: str) -> None:
    """Make .venv hold what `kind` needs; only a finished set-up leaves a stamp, all else starts afresh."""
    home = "{} on Python {}.{}".format(HERE, *sys.version_info)
    digest = hashlib.sha256((HERE / "pyproject.toml").read_bytes()).hexdigest()
    old_kind, old_home, old_digest = read_stamp()
    if (old_home, old_digest) == (home, digest) and old_kind in (kind, "test"):
        return
    print("Setting up (once) ...", file=sys.stderr, flush=True)
    if old_home != home or not (PIP.exists() or shutil.which("uv")):
        make_venv()
        old_kind = ""
    kind = old_kind if old_kind == "test" else kind
    STAMP.unlink(missing_ok=True)
    said = install(kind)
    if said and old_kind:  # both installers fetch everything before they change anything
        STAMP.write_text(f"{old_kind}\n{old_home}\n{old_digest}\n", "utf-8")
    if said:
        sys.exit(f"{said}\nThe game could not be set up, see above; is this machine online?")
    STAMP.write_text(f"{kind}\n{home}\n{digest}\n", "utf-8")


def read_stamp() -> list[str]:
    """What .venv was set up for: kind, home and the hash of pyproject.toml; empty texts if it is unusable."""
    lines = STAMP.read_text("utf-8").splitlines() if STAMP.exists() and PYTHON.exists() else []
    return lines if len(lines) == 3 else ["", "", ""]


def make_venv() -> None:
    """An empty .venv, by the standard library or else by uv."""
    shutil.rmtree(VENV, ignore_errors=True)
    VENV.mkdir(exist_ok=True)  # a folder that cannot be written says so here, in the system's words
    said = run([sys.executable, "-m", "venv", str(VENV)])
    uv = shutil.which("uv")
    if said and uv:
        said = run([uv, "venv", "--quiet", "--allow-existing", "--python", sys.executable, str(VENV)])
    if said:
        sys.exit(NO_VENV if "ensurepip" in said or "No module named" in said else said)


def install(kind: str) -> str:
    """Install the project, editable; what the installer said if it failed, else nothing."""
    project = f"{HERE}[test]" if kind == "test" else str(HERE)
    if PIP.exists():
        return run([str(PYTHON), "-m", "pip", "install", "-q", "--no-input", "-e", project])
    return run([shutil.which("uv") or "uv", "pip", "install", "-q", "--python", str(PYTHON), "-e", project])


def run(command: list[str]) -> str:
    """What a command said if it failed, else nothing."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    said = done.stdout.decode("utf-8", "replace").strip() or f"{command[0]} failed"
    return said if done.returncode else ""


def start(arguments: list[str]) -> None:
    """Become Python with these arguments. Windows cannot, so there it waits and passes the exit code on."""
    command = [str(PYTHON), *arguments]
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


if __name__ == "__main__":
    main(sys.argv[1:])
