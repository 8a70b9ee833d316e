package sportello.bench;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of the mails of one measurement, as the database tells. */
public final class MailSql {
    private final JdbcClient db;
    private final String subjects;

    public MailSql(JdbcClient db, String run) {
        this.db = db;
        this.subjects = "Richiesta " + run + "-";
    }

    /** Mail for the address is taken from now on, into a queue that nobody works in: each mail is answered, nobody told. */
    public void openTo(String address) {
        db.sql("insert into permission_group (name) values ('posta') on conflict do nothing")
                .update();
        db.sql("""
                insert into queue (name, group_id)
                select 'Posta', id from permission_group where name = 'posta'
                    on conflict do nothing
                """).update();
        db.sql("""
                insert into queue_address (queue_id, position, address)
                select id, 1, :address from queue where name = 'Posta'
                    on conflict do nothing
                """).param("address", address).update();
    }

    /** By an index, so that looking costs little beside what is measured. */
    public boolean isSomethingWaiting() {
        return db.sql("""
                select exists (select 1
                                 from mailbox m
                                cross join lateral (select a.id
                                                      from arrival a
                                                     where a.mailbox_id = m.id
                                                       and a.state = 'WAITING'
                                                     order by a.id + 0
                                                     limit 1) waiting)
                """).query(Boolean.class).single();
    }

    public long tickets() {
        return count("select count(*) from ticket where starts_with(title, :subjects)");
    }

    public long doubled() {
        return count("""
                select count(*)
                  from (select title
                          from ticket
                         where starts_with(title, :subjects)
                         group by title
                        having count(*) > 1) twice
                """);
    }

    /** Those without a ticket. */
    public long lost(int mails) {
        return db.sql("""
                select count(*)
                  from generate_series(0, :last) number
                 where :subjects || number not in (select title from ticket where starts_with(title, :subjects))
                """)
                .param("last", mails - 1)
                .param("subjects", subjects)
                .query(Long.class)
                .single();
    }

    private long count(String query) {
        return db.sql(query).param("subjects", subjects).query(Long.class).single();
    }
}
