# shellcheck shell=bash
# Sourced by the scripts that start the program, with $root and JAVA_HOME set: builds it where the sources are newer, and
# lets it rehearse once, so that it starts quickly ever after.

program="$root/target/program"
java_options=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED)

# With other profiles it has other parts: each set of them is rehearsed by itself.
profiles=${SPRING_PROFILES_ACTIVE:-}
start="$program/start${profiles:+-${profiles//,/-}}"
# The parts that were written down go before the program.
quick_options=(-cp "$start.jar:$program/sportello.jar" -Dspring.aot.enabled=true)

build_program() {
    if [[ ! -e $program/sportello.jar || -n $(find "$root/src/main" "$root/pom.xml" -newer "$program/sportello.jar" -print -quit) ]]; then
        echo "Building the program, two minutes the first time …" >&2
        (cd "$root" && ./mvnw -q -B package -Dmaven.test.skip=true -Dspotless.check.skip)
        rm -rf "$program"
        "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$root"/target/sportello-*.jar \
            extract --destination "$program" --application-filename sportello.jar >/dev/null
    fi
    [[ -e $start.aot ]] || rehearse || echo "It will start, if not as quickly as it could." >&2
}

# In a home of its own; of the house that it will work in, nothing counts but the profiles.
rehearse() {
    local home port java status=0
    home=$(mktemp -d)
    port=$(free_port)
    java=(env -i PATH="$PATH" HOME="$home" SPORTELLO_HOME="$home/desk" SPORTELLO_PORT="$port"
        SPORTELLO_DEMO_SMTP_PORT="$(free_port)" SPORTELLO_DEMO_IMAP_PORT="$(free_port)" SPRING_PROFILES_ACTIVE="$profiles"
        "$JAVA_HOME/bin/java" "${java_options[@]}")
    { write_down && perform; } || status=$?
    rm -rf "$home"
    return "$status"
}

# Which parts the program has and what each needs: the framework finds it out now, and not at each start.
write_down() {
    "${java[@]}" -cp "$program/sportello.jar" org.springframework.boot.SpringApplicationAotProcessor \
        sportello.Sportello "$home/sources" "$home/classes" "$home/classes" sportello sportello >"$home/log" 2>&1 &&
        find "$home/sources" -name '*.java' >"$home/names" &&
        "$JAVA_HOME/bin/javac" -proc:none -nowarn -cp "$program/sportello.jar" -d "$home/classes" "@$home/names" \
            >"$home/log" 2>&1 &&
        "$JAVA_HOME/bin/jar" --create --file "$start.jar" -C "$home/classes" .
}

# A whole start and a graceful stop, which writes the cache of loaded and linked classes (JEP 483 and 514).
perform() {
    local pid second status=0
    "${java[@]}" "${quick_options[@]}" -XX:AOTCacheOutput="$start.aot" -Xlog:aot=off sportello.Sportello \
        >"$home/log" 2>&1 &
    pid=$!
    for ((second = 0; second < 180; second++)); do
        if ! kill -0 "$pid" 2>/dev/null || grep -qs "localhost:$port" "$home/log"; then break; fi
        sleep 1
    done
    kill -TERM "$pid" 2>/dev/null || true
    wait "$pid" || status=$?
    # 143: ended by the signal, as it should
    [[ ($status == 0 || $status == 143) && -e $start.aot ]]
}

free_port() {
    local port
    while port=$((20000 + RANDOM % 10000)); (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
    echo "$port"
}

run_program() {
    local options=(-cp "$program/sportello.jar")
    [[ ! -e $start.aot ]] || options=("${quick_options[@]}" -XX:AOTCache="$start.aot" -Xlog:aot=off -Xlog:cds=off)
    exec "$JAVA_HOME/bin/java" "${java_options[@]}" "${options[@]}" sportello.Sportello "$@"
}
