package sportello.database;

/** kill -9. */
final class Kill {

    private Kill() {}

    static void now(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
}
