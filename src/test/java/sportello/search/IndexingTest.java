package sportello.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import sportello.bench.Filling;
import sportello.database.TestDatabase;

/** Articles that were there before the index was. */
class IndexingTest {
    private static final int TICKETS = 20;

    private JdbcClient db;
    private IndexSql index;

    @BeforeEach
    void a_filled_desk_without_an_index() throws Exception {
        var fresh = TestDatabase.fresh();
        DataSource source = new DriverManagerDataSource(fresh.url(), fresh.user(), fresh.password());
        new Filling(source).fill(TICKETS, Instant.parse("2026-11-20T10:00:00Z"), ZoneId.of("Europe/Rome"));
        db = JdbcClient.create(source);
        index = new IndexSql(db);
    }

    @Test
    void a_trigger_has_indexed_what_was_copied_in() {
        assertThat(documents()).isEqualTo(articles());
    }

    @Test
    void what_has_no_entry_gets_one_batch_by_batch_and_nothing_twice() {
        var before = vectors();
        db.sql("delete from search_document").update();

        var first = index.indexAfter(0, 7);
        assertThat(first.articles()).isEqualTo(7);
        assertThat(documents()).isEqualTo(7);

        var indexed = first.articles();
        for (var batch = index.indexAfter(first.last(), 7);
                batch.articles() > 0;
                batch = index.indexAfter(batch.last(), 7)) indexed += batch.articles();
        assertThat(indexed).isEqualTo(articles());
        assertThat(vectors()).isEqualTo(before);
        assertThat(index.indexAfter(0, 7)).isEqualTo(new IndexSql.Batch(0, 0));
    }

    @Test
    void after_a_crash_it_goes_on_where_something_is_missing() {
        db.sql("delete from search_document where article_id % 5 = 0").update();

        index.indexAfter(0, 1_000);

        assertThat(documents()).isEqualTo(articles());
    }

    @Test
    void lines_of_the_house_itself_are_not_indexed() {
        db.sql("""
                insert into article (ticket_id, no, sender, channel, visible, sender_name, subject, text_body, event, created_at)
                select min(id), 99, 'system', 'system', false, 'Sportello', 'Blocco', 'Blocco', 'locked', now() from ticket
                """).update();

        assertThat(index.indexAfter(0, 10).articles()).isZero();
        assertThat(documents()).isEqualTo(articles() - 1);
    }

    private long articles() {
        return count("select count(*) from article");
    }

    private long documents() {
        return count("select count(*) from search_document");
    }

    private String vectors() {
        return db.sql("select md5(string_agg(vector::text, ' ' order by article_id)) from search_document")
                .query(String.class)
                .single();
    }

    private long count(String query) {
        return db.sql(query).query(Long.class).single();
    }
}
