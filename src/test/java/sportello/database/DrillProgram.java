package sportello.database;

import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A desk that can be killed: writes one row after the other and says so once each is committed, until its input ends. */
final class DrillProgram {

    private static final String LONG_TEXT = "richiesta ".repeat(800);

    private DrillProgram() {}

    public static void main(String[] arguments) {
        try (var database = EmbeddedDatabase.start(Path.of(arguments[0]));
                var pool = Pool.open(database.access(), 2)) {
            var db = JdbcClient.create(pool);
            db.sql("create table if not exists drill (id bigint generated always as identity, text text)")
                    .update();
            db.sql("alter table drill alter column text set storage external").update();
            Thread.ofPlatform().daemon().start(() -> writeForEver(db));
            System.in.readAllBytes();
        } catch (Exception e) {
            System.out.println("failed " + e.getMessage());
            Runtime.getRuntime().halt(1);
        }
    }

    private static void writeForEver(JdbcClient db) {
        while (!Thread.interrupted()) {
            try {
                var id = db.sql("insert into drill (text) values (:text) returning id")
                        .param("text", LONG_TEXT)
                        .query(long.class)
                        .single();
                System.out.println("committed " + id);
                Thread.sleep(2);
            } catch (Exception e) {
                var state = e.getCause() instanceof SQLException told ? told.getSQLState() + " " : "";
                System.out.println("not committed: "
                        + state
                        + e.getMessage().lines().findFirst().orElse(""));
            }
        }
    }
}
