package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import sportello.bench.Filling;
import sportello.bench.ItalianText;
import sportello.database.TestDatabase;

/** What the bench measures on is a desk by the rules of the house. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InventedTicketsTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final DataSource source = source(TestDatabase.fresh());
    private final JdbcClient db = JdbcClient.create(source);

    @BeforeAll
    void six_hundred_tickets() throws Exception {
        new Filling(source).fill(600, NOW, ROME);
    }

    @Test
    void every_ticket_has_three_articles_of_the_length_of_letters() {
        assertThat(number("select count(*) from article")).isEqualTo(1_800);
        assertThat(number("select count(*) from (select 1 from article group by ticket_id having count(*) = 3)"))
                .isEqualTo(600);
        assertThat(number("select min(length(text_body)) from article")).isGreaterThanOrEqualTo(800);
        assertThat(number("select max(length(text_body)) from article")).isLessThanOrEqualTo(1_200);
    }

    @Test
    void one_of_a_hundred_has_the_rare_word() {
        assertThat(db.sql("select count(distinct ticket_id) from article where text_body like :word")
                        .param("word", "%" + ItalianText.RARE_WORD + "%")
                        .query(Long.class)
                        .single())
                .isEqualTo(6);
    }

    @Test
    void a_small_desk_has_thirty_of_a_hundred_still_to_close_in_every_state() {
        assertThat(number("select count(*) from ticket where closed_at is null"))
                .isEqualTo(180);
        assertThat(number("select count(distinct state_type) from ticket where closed_at is null"))
                .isEqualTo(4);
    }

    @Test
    void nothing_happened_in_the_future() {
        assertThat(db.sql("select max(changed_at) <= :now and max(closed_at) <= :now from ticket")
                        .param("now", Timestamp.from(NOW))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void every_history_verifies() throws SQLException {
        try (var connection = source.getConnection()) {
            every_history_verifies(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        }
    }

    /** By one connection: to open one for each question takes most of the time. */
    private static void every_history_verifies(JdbcClient db) {
        var history = new History(new HistorySql(db));

        assertThat(db.sql("select id from ticket").query(Long.class).list())
                .hasSize(600)
                .allSatisfy(
                        id -> assertThat(history.firstBroken(new TicketId(id))).isEmpty());
        assertThat(history.of(new TicketId(1))).isNotEmpty();
    }

    @Test
    void the_next_ticket_finds_its_numbers_free() {
        assertThat(number("""
                insert into ticket (number, title, queue_id, state_id, state_type, priority, created_at, changed_at)
                select 'neu', 'Nuovo', min(id), 1, 'new', 3, now(), now() from queue
                returning id
                """)).isEqualTo(601);
        db.sql("delete from ticket where number = 'neu'").update();
    }

    @Test
    void the_same_number_of_tickets_gives_the_same_ones() {
        assertThat(rows()).isEqualTo(rows());
    }

    @Test
    void a_filled_database_is_not_filled_again() {
        assertThatThrownBy(() -> new Filling(source).fill(1, NOW, ROME)).isInstanceOf(IllegalStateException.class);
    }

    private static DataSource source(TestDatabase.Fresh fresh) {
        return new DriverManagerDataSource(fresh.url(), fresh.user(), fresh.password());
    }

    private static String rows() {
        return new InventedTickets(50, NOW, ROME).next(50).byTable().toString();
    }

    private long number(String query) {
        return db.sql(query).query(Long.class).single();
    }
}
