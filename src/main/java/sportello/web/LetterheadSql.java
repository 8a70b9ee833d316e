package sportello.web;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class LetterheadSql {
    private final JdbcClient db;

    LetterheadSql(JdbcClient db) {
        this.db = db;
    }

    Letterhead letterhead() {
        return db.sql("""
                select name, address, email, phone, url, logo is not null as logo
                  from company
                """).query(Letterhead.class).single();
    }
}
