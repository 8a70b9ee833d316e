package sportello.mailkey;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;

/** Which keys of the house come to their end, and what the administrators hear of it. */
@SportelloTest
@Transactional
class EndingMailKeysTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Autowired
    private EndingMailKeys ending;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void a_house_without_keys() {
        Cast.onStage(db);
        db.sql("delete from mail_key").update();
        db.sql("delete from sealed_sender").update();
        db.sql("update agent set administrator = false where login <> 'anna.riva'")
                .update();
    }

    @Test
    void each_step_is_told_once_until_another_key_follows() {
        var old = key("smime", ofDays(31), "firma@valle.example");
        assertThat(told()).isEmpty();
        ends(old, ofDays(30).minus(MINUTE));
        assertThat(told()).singleElement().asString().contains("La chiave S/MIME di firma@valle.example finisce il");
        ends(old, ofDays(8));
        assertThat(told()).isEmpty();
        ends(old, ofDays(7).minus(MINUTE));
        assertThat(told()).singleElement().asString().contains("finisce il");
        ends(old, MINUTE.negated());
        assertThat(told()).singleElement().asString().contains("è scaduta", "/admin/mail-keys");
        assertThat(told()).isEmpty();

        var follower = key("smime", null, "firma@valle.example");
        assertThat(told()).isEmpty();
        assertThat(ending.all()).isEmpty();
        db.sql("update mail_key set valid = false where id = :id")
                .param("id", follower)
                .update();
        assertThat(told()).as("what follows no more is missed again").hasSize(1);
    }

    @Test
    void a_key_follows_only_for_its_own_addresses_in_its_own_kind_and_if_it_lasts_longer() {
        var old = key("smime", ofDays(3), "firma@valle.example", "guasti@valle.example");
        key("openpgp", ofDays(90), "firma@valle.example");
        key("smime", ofDays(2), "firma@valle.example");
        assertThat(ending.all())
                .singleElement()
                .returns(old, EndingMailKey::id)
                .returns(List.of("firma@valle.example", "guasti@valle.example"), EndingMailKey::addresses);
        key("smime", ofDays(90), "firma@valle.example");
        assertThat(ending.all()).singleElement().returns(List.of("guasti@valle.example"), EndingMailKey::addresses);
        db.sql("update mail_key set valid = false where id = :id")
                .param("id", old)
                .update();
        assertThat(ending.all()).as("out of use").isEmpty();
    }

    @Test
    void one_that_ended_long_ago_is_missed_only_where_its_address_is_to_sign() {
        var old = key("openpgp", ofDays(31).negated(), "firma@valle.example");
        assertThat(ending.all()).isEmpty();
        db.sql("insert into sealed_sender (address, manner) values ('firma@valle.example', 'sign')")
                .update();
        assertThat(ending.all()).extracting(EndingMailKey::id).containsExactly(old);
        db.sql("update sealed_sender set manner = 'never'").update();
        assertThat(ending.all()).isEmpty();
    }

    /** What the administrator is told by a look. */
    private List<String> told() {
        var before = db.sql("select coalesce(max(id), 0) from letter")
                .query(Long.class)
                .single();
        ending.look();
        return db.sql("select subject || text_body from letter where id > :before")
                .param("before", before)
                .query(String.class)
                .list();
    }

    private void ends(long id, Duration in) {
        db.sql("update mail_key set until = :until where id = :id")
                .param("id", id)
                .param("until", moment(in))
                .update();
    }

    private long key(String kind, @Nullable Duration in, String... addresses) {
        return db.sql("""
                        insert into mail_key (kind, addresses, fingerprint, certificate, secret, added_at, until)
                        values (:kind, :addresses, gen_random_uuid()::text, '', '', now(), :until)
                        returning id
                        """)
                .param("kind", kind)
                .param("addresses", addresses)
                .param("until", in == null ? null : moment(in))
                .query(Long.class)
                .single();
    }

    private static Timestamp moment(Duration in) {
        return Timestamp.from(Instant.now().plus(in));
    }
}
