package sportello.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.database.RunningDatabase;

/** Lets the server write down every statement for a moment, and reads what it wrote. Never while times are taken. */
final class StatementLog implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile(
            "duration: ([0-9.]+) ms  (parse|bind|execute|statement)[^:]*: (.*?)(?=\n\\d{4}-\\d\\d-\\d\\d |\\z)",
            Pattern.DOTALL);
    private static final Pattern OUR_BUSINESS =
            Pattern.compile("(?i)(begin|commit|rollback|set |show ).*|.*scheduled_tasks.*|", Pattern.DOTALL);
    private static final long MILLISECONDS_TO_WRITE = 400;

    private final JdbcClient keeper;
    private final Path logs;

    private StatementLog(JdbcClient keeper, Path logs) {
        this.keeper = keeper;
        this.logs = logs;
    }

    static StatementLog open(RunningDatabase database) throws IOException {
        var log = new StatementLog(JdbcClient.create(database.keeper()), database.logs());
        log.keeper.sql("alter system set log_min_duration_statement = 0").update();
        log.reload();
        return log;
    }

    /** A statement as it was sent, and how long the server took for it altogether. */
    record Statement(String text, double milliseconds) {}

    /** The statements of what is done meanwhile, in their order; transactions' ends and the clock's jobs left out. */
    List<Statement> during(Visit visit) throws IOException, InterruptedException {
        Thread.sleep(MILLISECONDS_TO_WRITE);
        var file = newest();
        var from = Files.size(file);
        visit.make();
        Thread.sleep(MILLISECONDS_TO_WRITE);
        return statements(read(file, from));
    }

    /** What is looked at. */
    interface Visit {
        void make() throws IOException, InterruptedException;
    }

    private static List<Statement> statements(String log) {
        var found = new ArrayList<Statement>();
        var preparing = 0.0;
        var lines = LINE.matcher(log);
        while (lines.find()) {
            var text = lines.group(3).replaceAll("\\s+", " ").strip();
            if (OUR_BUSINESS.matcher(text).matches()) continue;
            var milliseconds = Double.parseDouble(lines.group(1));
            if (lines.group(2).equals("parse") || lines.group(2).equals("bind")) {
                preparing += milliseconds;
            } else {
                found.add(new Statement(text, preparing + milliseconds));
                preparing = 0;
            }
        }
        return found;
    }

    private Path newest() throws IOException {
        try (var files = Files.list(logs)) {
            return files.max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow();
        }
    }

    private static String read(Path file, long from) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var bytes = ByteBuffer.allocate((int) (channel.size() - from));
            channel.read(bytes, from);
            return new String(bytes.array(), UTF_8);
        }
    }

    private void reload() {
        keeper.sql("select pg_reload_conf()").query(Boolean.class).single();
    }

    @Override
    public void close() {
        keeper.sql("alter system reset log_min_duration_statement").update();
        reload();
    }
}
