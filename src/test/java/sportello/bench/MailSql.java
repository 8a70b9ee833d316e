package sportello.bench;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of the mails of one measurement, as the database tells. */
final class MailSql {
    private final JdbcClient db;
    private final String subjects;

    MailSql(JdbcClient db, String run) {
        this.db = db;
        this.subjects = "Richiesta " + run + "-";
    }

    /**
     * So many mails, and how quick they were.
     *
     * @param last how many had come with its last
     */
    record Part(int last, double acceptedPerSecond, double sortedPerSecond) {}

    /** Mail for the address is taken from now on, into a queue that nobody works in: each mail is answered, nobody told. */
    void openTo(String address) {
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
    boolean isSomethingWaiting() {
        return db.sql("select exists (select 1 from arrival where state = 'WAITING')")
                .query(Boolean.class)
                .single();
    }

    long tickets() {
        return count("select count(*) from ticket where starts_with(title, :subjects)");
    }

    long doubled() {
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
    long lost(int mails) {
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

    List<Part> parts(int size) {
        return db.sql("""
                select max(no) as last,
                       count(*) / extract(epoch from max(arrived_at) - min(arrived_at)) as accepted,
                       count(*) / extract(epoch from max(at) - min(at)) as sorted
                  from (select row_number() over (order by a.id) as no, a.arrived_at, s.at
                          from arrival a
                          join sorted_mail s on s.arrival_id = a.id
                         where starts_with(s.subject, :subjects)) mail
                 group by (no - 1) / :size
                 order by 1
                """)
                .param("subjects", subjects)
                .param("size", size)
                .query((row, number) ->
                        new Part(row.getInt("last"), row.getDouble("accepted"), row.getDouble("sorted")))
                .list();
    }

    private long count(String query) {
        return db.sql(query).param("subjects", subjects).query(Long.class).single();
    }
}
