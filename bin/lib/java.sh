# shellcheck shell=bash
# Sourced by the scripts: finds a JDK that is new enough, whatever `java` means on this machine.

needed=25

jdk_version() {
    [[ -x "$1/bin/javac" && -r "$1/release" ]] || return 1
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk() {
    local on_path home version
    on_path=$(command -v javac || true)
    [[ -z "$on_path" ]] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/.sdkman/candidates/java/*; do
        version=$(jdk_version "$home") || continue
        if ((${version:-0} >= needed)); then
            echo "$home"
            return
        fi
    done
    return 1
}

if ! JAVA_HOME=$(find_jdk); then
    cat >&2 <<END
Sportello needs a JDK $needed or newer (a JRE is not enough), and found none in JAVA_HOME, on the PATH or in /usr/lib/jvm.
Install Eclipse Temurin $needed from https://adoptium.net, on Debian or Ubuntu: apt-get install temurin-$needed-jdk
with the package source described there; then, if it lies elsewhere, let JAVA_HOME name it.
END
    exit 1
fi
export JAVA_HOME
