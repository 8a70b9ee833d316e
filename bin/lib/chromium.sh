# shellcheck shell=bash
# Sourced by the scripts: the browser tests drive the machine's own Chromium, best its shell without a screen.

export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

install_chromium() {
    local package
    echo "Installing Chromium for the browser tests" >&2
    apt-get update -qq || true
    for package in chromium-headless-shell chromium; do
        apt-get install -y -qq --no-install-recommends "$package" >&2 && return
    done
    return 1
}

if ! command -v chromium-headless-shell chromium chromium-browser google-chrome >/dev/null; then
    if ! { [[ $EUID -eq 0 ]] && command -v apt-get >/dev/null && install_chromium; }; then
        echo "The browser tests need Chromium. Install it: sudo apt-get install chromium-headless-shell" \
            "(Ubuntu: chromium, Fedora: sudo dnf install chromium, macOS: brew install --cask chromium)." >&2
        exit 1
    fi
fi
