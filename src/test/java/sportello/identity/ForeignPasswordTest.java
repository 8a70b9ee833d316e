package sportello.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.oidc.Audience;
import sportello.oidc.VouchedPerson;

/** Who is vouched for elsewhere gets no password here: it would outlive what the directory or the provider says. */
@SportelloTest
@Transactional
class ForeignPasswordTest {
    @Autowired
    JdbcClient db;

    @Autowired
    Accounts accounts;

    @Autowired
    ResetLetters letters;

    @Autowired
    ChangingPassword changing;

    private Cast cast;

    @BeforeEach
    void cast() {
        cast = Cast.onStage(db);
        Cast.withoutLetters(db);
        accounts.open(cast.id(LAURA), "vento caldo sul molo");
        accounts.open(cast.id(CARLA), "vento caldo sul molo");
    }

    @Test
    void whom_a_directory_knows_is_mailed_no_link_and_offered_no_change() {
        db.sql("insert into ldap_agent (agent_id) values (:laura)")
                .param("laura", cast.id(LAURA).value())
                .update();
        assertThat(mailed()).containsExactly("carla.neri");
        assertThat(changing.isPossible(cast.as(LAURA))).isFalse();
        assertThat(changing.isPossible(cast.as(CARLA))).isTrue();
    }

    @Test
    void whom_a_provider_brought_is_not_either_but_whom_it_only_recognised_is() {
        link(accounts.of(cast.as(LAURA)).id(), true);
        link(accounts.of(cast.as(CARLA)).id(), false);
        assertThat(mailed()).containsExactly("carla.neri");
        assertThat(changing.isPossible(cast.as(LAURA))).isFalse();
    }

    private void link(AccountId account, boolean made) {
        var person = new VouchedPerson("https://id.valle.example", account.toString(), "", "", "", "", null, null);
        new SubjectSql(db).link(person, Audience.DESK, account, made);
    }

    private List<String> mailed() {
        letters.send(accounts.of(cast.as(LAURA)).id());
        letters.send(accounts.of(cast.as(CARLA)).id());
        return db.sql("select split_part(to_address, '@', 1) from letter order by id")
                .query(String.class)
                .list();
    }
}
