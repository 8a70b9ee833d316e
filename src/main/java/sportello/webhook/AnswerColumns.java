package sportello.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** How an answer is stored. */
final class AnswerColumns {
    private AnswerColumns() {}

    /** Null where nothing was said and nothing went wrong. */
    static @Nullable Answer read(ResultSet row, String status, String trouble, String words) throws SQLException {
        var code = row.getObject(status, Integer.class);
        var why = row.getString(trouble);
        if (code == null && why == null) return null;
        return new Answer(code, why == null ? null : Trouble.of(why), row.getString(words), null);
    }

    static StatementSpec write(StatementSpec statement, Answer answer) {
        var trouble = answer.trouble();
        return statement
                .param("status", answer.status(), Types.INTEGER)
                .param("trouble", trouble == null ? null : trouble.key(), Types.VARCHAR)
                .param("words", answer.words());
    }
}
