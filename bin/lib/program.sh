# shellcheck shell=bash
# Sourced by the scripts that start the program, with $root and JAVA_HOME set: builds it where the sources are newer, and
# lets it rehearse once, so that it starts quickly ever after (a cache of loaded and linked classes, JEP 483 and 514).

program="$root/target/program"
java_options=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED)

build_program() {
    if [[ -e $program/sportello.jar && -z $(find "$root/src/main" "$root/pom.xml" -newer "$program/sportello.jar" -print -quit) ]]; then
        return
    fi
    echo "Building the program, two minutes the first time …" >&2
    (cd "$root" && ./mvnw -q -B package -Dmaven.test.skip=true -Dspotless.check.skip)
    rm -rf "$program"
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$root"/target/sportello-*.jar \
        extract --destination "$program" --application-filename sportello.jar >/dev/null
    rehearse || echo "It will start, if not as quickly as it could." >&2
}

# A whole start of the demo in a home of its own, and a graceful stop, which writes the cache.
rehearse() {
    local home port pid status=0
    home=$(mktemp -d)
    port=$(free_port)
    env -i PATH="$PATH" HOME="$home" SPORTELLO_HOME="$home/desk" SPORTELLO_PORT="$port" SPRING_PROFILES_ACTIVE=demo \
        SPORTELLO_DEMO_SMTP_PORT="$(free_port)" SPORTELLO_DEMO_IMAP_PORT="$(free_port)" \
        "$JAVA_HOME/bin/java" "${java_options[@]}" -XX:AOTCacheOutput="$program/sportello.aot" -Xlog:aot=off \
        -jar "$program/sportello.jar" >"$home/log" 2>&1 &
    pid=$!
    for ((second = 0; second < 180; second++)); do
        if ! kill -0 "$pid" 2>/dev/null || grep -qs "localhost:$port" "$home/log"; then break; fi
        sleep 1
    done
    kill -TERM "$pid" 2>/dev/null || true
    wait "$pid" || status=$?
    [[ -e $program/sportello.aot ]] || status=1
    rm -rf "$home"
    # 143: ended by the signal, as it should
    [[ $status == 0 || $status == 143 ]]
}

free_port() {
    local port
    while port=$((20000 + RANDOM % 10000)); (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
    echo "$port"
}

run_program() {
    local cache=()
    [[ ! -e $program/sportello.aot ]] || cache=(-XX:AOTCache="$program/sportello.aot" -Xlog:aot=off -Xlog:cds=off)
    exec "$JAVA_HOME/bin/java" "${java_options[@]}" "${cache[@]}" -jar "$program/sportello.jar" "$@"
}
