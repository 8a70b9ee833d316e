package sportello.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static sportello.cast.Operator.LAURA;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.database.SameMoment;

/** Two windows that confirm a passkey at the same moment. */
@SportelloTest
class PasskeysAtOnceTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Passkeys passkeys;

    private Account laura;

    @BeforeEach
    void laura_has_nineteen() {
        laura = accounts.find(LoggedIn.account(Cast.onStage(db).as(LAURA), db)).orElseThrow();
        db.sql("""
                insert into passkey (account_id, name, credential_id, credential, sign_count, syncable, created_at)
                select :laura, 'Chiave ' || no, int8send(no), '', 0, false, now()
                  from generate_series(1, 19) no
                """).param("laura", laura.id().value()).update();
    }

    @AfterEach
    void she_has_no_account_and_no_letter_as_before() {
        await().until(this::isNothingOnItsWay);
        db.sql("delete from letter where subject = 'Passkey creata'").update();
        db.sql("delete from account where id = :laura")
                .param("laura", laura.id().value())
                .update();
    }

    /** A job that is being done is left to end. */
    private boolean isNothingOnItsWay() {
        var jobs = " from scheduled_tasks where task_name = 'send-letter' and task_instance in"
                + " (select id::text from letter where subject = 'Passkey creata')";
        db.sql("delete" + jobs + " and not picked").update();
        return db.sql("select count(*) = 0" + jobs).query(Boolean.class).single();
    }

    @Test
    void make_the_twentieth_and_no_further_one() throws Exception {
        var first = made();
        var second = made();
        assertThat(SameMoment.later(
                        () -> passkeys.add(laura, first), () -> passkeys.add(laura, second), db, transaction))
                .isEqualTo(Outcome.refused("passkey.many", 20));
        assertThat(passkeys.of(laura.id())).hasSize(20);
    }

    private String made() throws Exception {
        return new SecurityKey().make(passkeys.making(laura, "Chiave", "Valle"));
    }
}
