package sportello.postmaster;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
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
    void whoever_brings_a_mail_needs_no_connection_to_call() throws Exception {
        Cast.onStage(db);
        var mail = aMail();
        var taken = new ArrayList<Connection>();
        var caller = new Thread(() -> calls.came(mail));
        try {
            while (taken.size() < pool.getMaximumPoolSize()) taken.add(pool.getConnection());
            caller.start();
            assertThat(caller.join(Duration.ofSeconds(5)))
                    .as("it has called while nobody could get a connection")
                    .isTrue();
        } finally {
            for (var connection : taken) connection.close();
        }
        for (var tenth = 0; tenth < 200 && isWaiting(mail); tenth++) Thread.sleep(100);
        assertThat(isWaiting(mail)).isFalse();
    }

    private boolean isWaiting(MailArrived mail) {
        return bag.fate(mail.arrival().value()).state().equals("waiting");
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
