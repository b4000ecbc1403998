# Sourced by the scripts in the folder above: where things are, and how the scripts speak.
# Results go to stdout, all else to stderr; progress is told only to a person who watches.
# shellcheck shell=sh
set -eu

script=$0
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$root"
venv=$root/.venv
python=$venv/bin/python

# The virtual environment alone decides what is imported and where pip installs.
unset PYTHONHOME PYTHONPATH
export PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1
# Material prints a notice about MkDocs 2 on every run; docs/dependencies.md says what we make of it.
export NO_MKDOCS_2_WARNING=1

say() {
    if [ -t 2 ]; then echo "$*" >&2; fi
}

fail() { # fail MESSAGE [EXIT CODE]
    echo "scripts/${script##*/}: $1" >&2
    exit "${2:-1}"
}

# The comment at the top of a script is its help.
show_help() {
    sed -n '2,/^$/ s/^# \{0,1\}//p' "$script"
}

wants_help() {
    case ${1:-} in -h | --help) return 0 ;; *) return 1 ;; esac
}
