# shellcheck shell=bash
# Sourced by the drill of spreadsheets, which opens what we hand out as whoever gets it would.

if ! command -v soffice >/dev/null; then
    echo "Installing libreoffice-calc-nogui for the drill" >&2
    if ! { [[ $EUID -eq 0 ]] && command -v apt-get >/dev/null &&
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-calc-nogui >&2; }; then
        echo "This drill needs LibreOffice's Calc, and root: apt-get install libreoffice-calc-nogui." >&2
        exit 1
    fi
fi
