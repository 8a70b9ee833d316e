package sportello.audit;

import org.springframework.stereotype.Component;

/** The lists that administrators keep in an order of their own choice. */
@Component
public class KeptLists {
    private final KeptListSql sql;
    private final Book book;

    KeptLists(KeptListSql sql, Book book) {
        this.sql = sql;
        this.book = book;
    }

    /** @param table has the columns {@code id}, {@code name} and {@code position} */
    public KeptList of(String table, Topic topic) {
        return new KeptList(sql, table, topic, book);
    }
}
