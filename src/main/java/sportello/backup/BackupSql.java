package sportello.backup;

import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class BackupSql {
    private final JdbcClient db;

    BackupSql(JdbcClient db) {
        this.db = db;
    }

    void insert(Backup backup) {
        db.sql("""
                insert into backup (began_at, ended_at, file, size, problem)
                values (:began, :ended, :file, :size, :problem)
                """)
                .param("began", Timestamp.from(backup.beganAt()))
                .param("ended", Timestamp.from(backup.endedAt()))
                .param("file", backup.file())
                .param("size", backup.size())
                .param("problem", backup.problem())
                .update();
    }

    Optional<Backup> last(boolean succeeded) {
        return db.sql("""
                select began_at, ended_at, file, size, problem
                  from backup
                 where problem = '' or not :succeeded
                 order by id desc
                 limit 1
                """)
                .param("succeeded", succeeded)
                .query((row, number) -> new Backup(
                        row.getTimestamp("began_at").toInstant(),
                        row.getTimestamp("ended_at").toInstant(),
                        row.getString("file"),
                        row.getLong("size"),
                        row.getString("problem")))
                .optional();
    }
}
