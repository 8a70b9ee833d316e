package sportello.postmaster;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.jobs.Jobs;
import sportello.mailbox.ArrivalId;
import sportello.mailbox.Arrivals;
import sportello.mailbox.MailArrived;
import sportello.storage.Files;

/** A job that is at work is not called, and what comes meanwhile is found when it has ended. */
@SportelloTest
@Transactional
class SortingCallsTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Files files;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private HikariDataSource pool;

    private SortingCalls calls;
    private Postbag bag;

    @BeforeEach
    void a_mailbox_of_the_test() {
        calls = new SortingCalls(jobs, arrivals);
        bag = new Postbag(db, files, false);
    }

    @Test
    void a_mail_that_comes_while_its_job_is_at_work_waits_for_the_end_of_the_job() {
        calls.during(bag.mailbox(), () -> {
            calls.came(aMail());
            assertThat(staged()).isZero();
        });

        calls.again(bag.mailbox());
        assertThat(staged()).isOne();
    }

    @Test
    void nobody_is_called_where_nothing_came() {
        calls.during(bag.mailbox(), () -> {});

        calls.again(bag.mailbox());
        assertThat(staged()).isZero();
    }

    /** Many bring at once: if each held a connection and asked for another, all would wait for all. */
    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void whoever_brings_a_mail_needs_no_second_connection_to_call() throws Exception {
        Cast.onStage(db);
        try (var one = new HikariDataSource(ofOneConnection())) {
            var mail = aMail();
            new TransactionTemplate(new DataSourceTransactionManager(one))
                    .executeWithoutResult(status -> calls.came(mail));
            for (var tenth = 0; tenth < 200 && isWaiting(mail); tenth++) Thread.sleep(100);
            assertThat(isWaiting(mail)).isFalse();
        }
    }

    private boolean isWaiting(MailArrived mail) {
        return bag.fate(mail.arrival().value()).state().equals("waiting");
    }

    private HikariConfig ofOneConnection() {
        var config = new HikariConfig();
        pool.copyStateTo(config);
        config.setMaximumPoolSize(1);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(500);
        config.setPoolName("one");
        return config;
    }

    private MailArrived aMail() {
        var id = bag.put(SortingMails.from("chi@altrove.example", "Domanda", "Quando?"));
        return new MailArrived(new ArrivalId(id), bag.mailbox());
    }

    private long staged() {
        return db.sql(
                        "select count(*) from scheduled_tasks where task_name = 'sort-mails' and task_instance = :mailbox")
                .param("mailbox", "" + bag.mailbox().value())
                .query(Long.class)
                .single();
    }
}
