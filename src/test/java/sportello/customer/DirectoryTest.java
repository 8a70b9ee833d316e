package sportello.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;

/** Finding whoever asked, as people remember names. */
@SportelloTest
@Transactional
class DirectoryTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Directory directory;

    @BeforeEach
    void somebody_with_an_accent_is_there() {
        Cast.onStage(db);
        db.sql("""
                insert into customer_user (login, customer_id, first_name, last_name, email)
                select 'niccolo', id, 'Niccolò', 'Però', 'n.pero@roccalba.example' from customer where code = 'ROCCALBA'
                """).update();
    }

    @Test
    void by_name_by_address_and_by_organisation_whatever_accents_and_capitals() {
        assertThat(found("NICCOLO pero")).containsExactly("Niccolò Però");
        assertThat(found("biblioteca@rocc")).containsExactly("Giulia Moretti");
        assertThat(found("valdombra")).containsExactly("Emily Carter");
        assertThat(found("roccalbà")).containsExactly("Paolo Galli", "Giulia Moretti", "Niccolò Però");
    }

    @Test
    void every_word_must_fit() {
        assertThat(found("giulia roccalba")).containsExactly("Giulia Moretti");
        assertThat(found("giulia valdombra")).isEmpty();
    }

    @Test
    void who_is_called_so_comes_before_whom_a_field_mentions() {
        db.sql("""
                insert into field (subject, name, kind, label_it, label_en, position)
                values ('customer_user', 'Referente', 'line', 'Referente', 'Contact', 1)
                """).update();
        db.sql("insert into customer_user_field (customer_user_id, field_id, text)"
                        + " select u.id, f.id, 'chiede Però' from customer_user u, field f where u.login <> 'niccolo'")
                .update();
        assertThat(found("però")).startsWith("Niccolò Però").hasSizeGreaterThan(2);
        assertThat(directory
                        .contactsLike("però", 1, Circle.EVERYBODY)
                        .getFirst()
                        .name())
                .isEqualTo("Niccolò Però");
    }

    @Test
    void signs_are_signs_and_nothing_finds_nothing() {
        assertThat(found("%")).isEmpty();
        assertThat(found("_")).isEmpty();
        assertThat(found("  ")).isEmpty();
    }

    @Test
    void no_more_than_asked_for_and_nobody_who_has_left() {
        assertThat(directory.contactsLike("roccalba", 1, Circle.EVERYBODY)).hasSize(1);
        db.sql("update customer_user set valid = false where login = 'niccolo'").update();
        assertThat(found("niccolò")).isEmpty();
    }

    private List<String> found(String text) {
        return directory.contactsLike(text, 20, Circle.EVERYBODY).stream()
                .filter(Contact::valid)
                .map(Contact::name)
                .toList();
    }
}
