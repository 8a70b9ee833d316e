package sportello.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.cast.Operator;

/** The book is append-only, and who goes around that is found out. */
@SportelloTest
@Transactional
class BookTest {
    private record Thing(String name, @Masked String secret) {}

    @Autowired
    private JdbcClient db;

    @Autowired
    private Book book;

    @Autowired
    private Clock clock;

    private long first;
    private long anna;

    @BeforeEach
    void three_lines() {
        anna = Cast.onStage(db).id(Operator.ANNA).value();
        first = book.end().map(Book.End::no).orElse(0L) + 1;
        Hand.during(() -> new Hand(anna, "Anna Riva", "192.0.2.7"), () -> {
            book.write(Topic.GROUPS, 7, "Notte", null, new Thing("Notte", "uno"));
            book.write(Topic.GROUPS, 7, "Giorno 100%", new Thing("Notte", "uno"), new Thing("Giorno 100%", "due"));
            return true;
        });
        book.write(Topic.QUEUES, 8, "Energia", new Thing("Energia", ""), null);
    }

    @Test
    void it_tells_who_did_what_and_from_where_without_secrets() {
        var lines = book.read(Sought.ALL, null, 3);

        assertThat(lines).extracting(Line::no).containsExactly(first + 2, first + 1, first);
        assertThat(lines).extracting(Line::act).containsExactly(Act.REMOVED, Act.CHANGED, Act.MADE);
        assertThat(lines.getFirst().by()).isEqualTo(new Hand(null, "", ""));
        assertThat(lines.get(1).by()).isEqualTo(new Hand(anna, "Anna Riva", "192.0.2.7"));
        assertThat(lines.get(1).changes())
                .containsExactly(new Change("name", "Notte", "Giorno 100%"), new Change("secret", "•••", "•••"));
        assertThat(db.sql("select string_agg(changes::text, '') from audit_line where no >= :first")
                        .param("first", first)
                        .query(String.class)
                        .single())
                .doesNotContain("uno", "due");
    }

    @Test
    void what_changed_nothing_is_not_written() {
        book.write(Topic.GROUPS, 7, "Notte", new Thing("Notte", "uno"), new Thing("Notte", "uno"));
        assertThat(book.end().orElseThrow().no()).isEqualTo(first + 2);
    }

    @Test
    void it_is_searched_by_person_topic_time_and_words_and_read_page_by_page() {
        assertThat(found(new Sought("Anna Riva", null, null, null, ""))).startsWith(first + 1, first);
        assertThat(found(new Sought(null, Topic.QUEUES, null, null, ""))).startsWith(first + 2);
        assertThat(found(new Sought(null, Topic.GROUPS, null, null, "100%"))).containsExactly(first + 1);
        assertThat(found(new Sought(null, null, null, null, "192.0.2.7"))).containsExactly(first + 1, first);
        var tomorrow = clock.instant().plus(Duration.ofDays(1));
        assertThat(found(new Sought(null, null, tomorrow, null, ""))).isEmpty();
        assertThat(found(new Sought(null, null, null, tomorrow, ""))).startsWith(first + 2);
        assertThat(book.read(Sought.ALL, first + 2, 2)).extracting(Line::no).containsExactly(first + 1, first);
    }

    @Test
    void an_untouched_book_verifies() {
        assertThat(book.firstBroken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_line set name = name",
                "delete from audit_line",
                "truncate audit_line",
            })
    void the_database_refuses_to_change_it(String attack) {
        assertThatThrownBy(() -> db.sql(attack).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_line set author = 'Laura Bassi' where no = %d",
                "update audit_line set address = '192.0.2.8' where no = %d",
                "update audit_line set topic = 'queues' where no = %d",
                "update audit_line set thing = '8' where no = %d",
                "update audit_line set act = 'made' where no = %d",
                "update audit_line set agent_id = null where no = %d",
                "update audit_line set changes = replace(changes::text, 'Notte', 'Notti')::json where no = %d",
                "update audit_line set at = at + interval '1 microsecond' where no = %d",
                "update audit_line set hash = sha256('x') where no = %d",
                "delete from audit_line where no = %d",
            })
    void an_owner_of_the_database_who_goes_around_that_is_found_out(String attack) {
        db.sql("alter table audit_line disable trigger user").update();
        db.sql(attack.formatted(first + 1)).update();
        assertThat(book.firstBroken()).contains(first + 1);
    }

    private List<Long> found(Sought sought) {
        return book.read(sought, null, 100).stream().map(Line::no).toList();
    }
}
