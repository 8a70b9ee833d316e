# shellcheck shell=bash
# Sourced by the scripts: the browser tests drive the machine's own Chromium.

export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

if ! command -v chromium chromium-browser google-chrome >/dev/null; then
    if [[ $EUID -eq 0 ]] && command -v apt-get >/dev/null; then
        echo "Installing Chromium for the browser tests" >&2
        apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >&2
    else
        echo "The browser tests need Chromium. Install it: sudo apt-get install chromium" \
            "(Fedora: sudo dnf install chromium, macOS: brew install --cask chromium)." >&2
        exit 1
    fi
fi
