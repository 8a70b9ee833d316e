package sportello.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import sportello.database.OwnDatabase;

/** By their names answers find back, and nobody else finds in (X30). */
@SpringBootTest(classes = Day.Ground.class)
@OwnDatabase
class MessageIdsTest {
    @Autowired
    private MessageIds names;

    @Test
    void a_name_tells_its_thread() {
        assertThat(names.threadOf(names.fresh("ticket-105").value())).contains("ticket-105");
        assertThat(names.threadOf(names.thread("ticket-105").value())).contains("ticket-105");
        assertThat(names.fresh("ticket-105")).isNotEqualTo(names.fresh("ticket-105"));
    }

    @Test
    void what_was_changed_in_any_place_tells_nothing() {
        var name = names.fresh("ticket-105").value();
        for (var place = 1; place < name.indexOf('@'); place++) {
            var other = name.charAt(place) == '1' ? '2' : '1';
            var forged = name.substring(0, place) + other + name.substring(place + 1);
            assertThat(names.threadOf(forged)).as(forged).isEmpty();
        }
        assertThat(names.threadOf(names.fresh().value())).isEmpty();
        assertThat(names.threadOf("")).isEmpty();
    }

    @Test
    void the_address_of_the_desk_may_change() {
        var name = names.fresh("ticket-105").value();
        assertThat(names.threadOf(name.replaceFirst("@.*>", "@altro.example>"))).contains("ticket-105");
    }
}
