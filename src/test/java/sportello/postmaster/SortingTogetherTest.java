package sportello.postmaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import sportello.SportelloTest;
import sportello.base.Tripwire;
import sportello.bench.Tally;
import sportello.cast.Cast;
import sportello.storage.Files;

/** Many mails at once: each becomes what it would have become alone, and what belongs together stays together. */
@SportelloTest
@Import({FailingStatements.class, Tripwire.class})
class SortingTogetherTest {
    private static final int CONVERSATIONS = 12;
    private static final int LONG = 4;
    private static final Executor APART = Thread::startVirtualThread;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Files files;

    @Autowired
    private Sorting sorting;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private Tripwire tripwire;

    private Postbag bag;
    private String word = "";

    @BeforeEach
    void a_mailbox_of_the_test() {
        Cast.onStage(db);
        bag = new Postbag(db, files, false);
        word = "w" + UUID.randomUUID().toString().replace("-", "");
    }

    @Test
    void each_conversation_is_one_ticket_with_its_mails_in_the_order_in_which_they_came() {
        for (var talk = 0; talk < CONVERSATIONS; talk++) {
            for (var no = 0; no < LONG; no++) bag.put(mail(talk, no));
        }
        assertThat(sorting.some(bag.mailbox(), CONVERSATIONS * LONG + 1)).isFalse();
        for (var talk = 0; talk < CONVERSATIONS; talk++) {
            var whole = new ArrayList<String>();
            for (var no = 0; no < LONG; no++) whole.add(word + talk + "-" + no);
            assertThat(articlesOf(talk)).as("conversation %s", talk).containsExactlyElementsOf(whole);
        }
    }

    @Test
    void of_many_mails_of_one_person_the_first_is_answered() {
        var mails = new ArrayList<Long>();
        for (var no = 0; no < CONVERSATIONS; no++)
            mails.add(bag.put(SortingMails.from(word + "@altrove.example", "Uno", "Testo " + no)));
        sorting.some(bag.mailbox(), 100);
        assertThat(mails.stream().map(this::answer).toList())
                .startsWith("goes")
                .hasSize(CONVERSATIONS)
                .containsOnlyOnce("goes");
    }

    /** The first is held in the middle of its deed, by the table in which answers are counted. */
    @Test
    void an_answer_that_comes_by_another_mailbox_at_the_same_moment_waits_for_what_it_answers() {
        var other = new Postbag(db, files, false);
        var first = bag.put(mail(0, 0));
        var second = other.put(mail(0, 1));
        var answered = new ArrayList<CompletableFuture<Boolean>>();
        transaction.executeWithoutResult(status -> {
            db.sql("lock table automatic_answer_sent in exclusive mode").update();
            answered.add(CompletableFuture.supplyAsync(() -> sorting.some(bag.mailbox(), 1), APART));
            await().until(() -> waiting("relation") == 1);
            answered.add(CompletableFuture.supplyAsync(() -> sorting.some(other.mailbox(), 1), APART));
            await().until(() -> waiting("advisory") == 1);
            status.setRollbackOnly();
        });
        answered.forEach(CompletableFuture::join);
        assertThat(bag.fate(first).verdict()).isEqualTo("open");
        assertThat(bag.fate(second).verdict()).isEqualTo("join");
        assertThat(bag.fate(second).number()).isEqualTo(bag.fate(first).number());
    }

    @Test
    void the_same_mail_in_two_mailboxes_is_sorted_once_in_each() {
        var other = new Postbag(db, files, false);
        var here = bag.put(mail(0, 0));
        var there = other.put(mail(0, 0));
        List.of(bag, other).stream()
                .map(one -> CompletableFuture.supplyAsync(() -> sorting.some(one.mailbox(), 10), APART))
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(bag.fate(here).verdict()).isEqualTo("open");
        assertThat(bag.fate(there).verdict()).isEqualTo("open");
        assertThat(articlesOf(0)).hasSize(2);
        assertThat(List.of(answer(here), answer(there))).containsExactlyInAnyOrder("goes", "answered_today");
    }

    @Test
    void requests_that_have_nothing_to_do_with_each_other_become_tickets_in_one_transaction() {
        var mails = new ArrayList<Long>();
        for (var talk = 0; talk < 4; talk++) mails.add(bag.put(mail(talk, 0)));
        sorting.some(bag.mailbox(), 10);
        assertThat(mails)
                .allSatisfy(mail -> assertThat(bag.fate(mail).verdict()).isEqualTo("open"));
        assertThat(db.sql("select count(distinct xmin::text) from sorted_mail where arrival_id = any(:ids)")
                        .param("ids", mails.toArray(Long[]::new))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void one_that_upsets_their_transaction_takes_none_of_the_others_with_it() {
        var before = bag.put(mail(0, 0));
        var upsetting = bag.put(SortingMails.from(word + "@altrove.example", "Uno", word + " upsets"));
        var after = bag.put(mail(1, 0));
        refusing(
                word + " upsets",
                () -> assertThat(sorting.some(bag.mailbox(), 10)).isFalse());
        assertThat(bag.fate(before).verdict()).isEqualTo("open");
        assertThat(bag.fate(after).verdict()).isEqualTo("open");
        assertThat(bag.fate(upsetting)).isEqualTo(new Postbag.Fate("quarantined", "defied", "", ""));
        assertThat(articlesOf(0)).hasSize(1);
        assertThat(articlesOf(1)).hasSize(1);
    }

    /** The house has memory enough as soon as the mail has been let go: it is put aside at once, and nobody waits for it. */
    @Test
    void one_that_wants_all_the_memory_takes_none_of_the_others_with_it() {
        var mails = List.of(bag.put(mail(0, 0)), bag.put(mail(1, 0)), bag.put(mail(2, 0)));
        tripwire.at(SortingStep.READ, () -> {
            throw new OutOfMemoryError("drunk dry");
        });

        assertThat(sorting.some(bag.mailbox(), 10)).isFalse();

        assertThat(mails)
                .extracting(bag::fate)
                .filteredOn(fate -> !fate.verdict().equals("open"))
                .containsExactly(new Postbag.Fate("quarantined", "too_much", "", ""));
    }

    @Test
    void an_answer_never_goes_before_its_request_that_somebody_else_has_in_hand() {
        var request = bag.put(mail(0, 0));
        var answer = bag.put(mail(0, 1));
        var held = new CountDownLatch(1);
        var somebody = new ArrayList<CompletableFuture<Void>>();
        tripwire.at(SortingStep.JUDGE, () -> {
            somebody.add(CompletableFuture.runAsync(
                    () -> transaction.executeWithoutResult(status -> {
                        db.sql("select id from arrival where id = :id for update")
                                .param("id", request)
                                .query(Long.class)
                                .single();
                        held.countDown();
                        await().until(() -> waiting("transactionid") > 0);
                    }),
                    APART));
            try {
                assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        sorting.some(bag.mailbox(), 10);
        somebody.forEach(CompletableFuture::join);

        assertThat(bag.fate(request).verdict()).isEqualTo("open");
        assertThat(bag.fate(answer).verdict()).isEqualTo("join");
    }

    /** Whoever brings mail keeps one processor busy with that already; what came of it can be sorted again (ADR 17). */
    @Test
    void no_disk_is_waited_for_that_sorting_alone_would_need() {
        var mail = bag.put(mail(0, 0));
        var settings = new ArrayList<String>();
        tripwire.at(
                SortingStep.COMMIT,
                () -> settings.add(db.sql("""
                select setting || ' by the ' || source from pg_settings where name = 'synchronous_commit'
                """).query(String.class).single()));

        sorting.some(bag.mailbox(), 1);

        assertThat(settings).as("not by the database of the tests").containsExactly("off by the session");
        assertThat(bag.fate(mail).verdict()).isEqualTo("open");
    }

    enum Harm {
        HALT,
        EXCEPTION,
        /** Another sorts meanwhile; what it waits for inside a transaction it gets when that has ended. */
        SLEEP
    }

    /** Every step by its nature: a new one is broken here as soon as it exists. */
    static List<Arguments> everyStepInEveryWay() {
        return Stream.of(SortingStep.values())
                .flatMap(step -> Stream.of(Harm.values()).map(harm -> Arguments.of(step, harm)))
                .toList();
    }

    /** Two requests, an answer to the first, and something that is no mail (R3). */
    @ParameterizedTest
    @MethodSource("everyStepInEveryWay")
    void what_breaks_at_any_step_is_sorted_once_in_the_end(SortingStep step, Harm harm) {
        var mails = List.of(bag.put(mail(0, 0)), bag.put(mail(1, 0)), bag.put(mail(0, 1)));
        var odd = bag.put(word + "\nno mail at all");
        var others = new ArrayList<CompletableFuture<Boolean>>();
        tripwire.at(step, () -> {
            switch (harm) {
                case HALT -> throw new Tripwire.Halt();
                case EXCEPTION -> throw new IllegalStateException("broken at " + step);
                case SLEEP -> {
                    others.add(CompletableFuture.supplyAsync(() -> sorting.some(bag.mailbox(), 1), APART));
                    if (!TransactionSynchronizationManager.isActualTransactionActive())
                        others.forEach(CompletableFuture::join);
                }
            }
        });

        try {
            sorting.some(bag.mailbox(), 10);
        } catch (Tripwire.Halt | IllegalStateException gone) {
            // somebody else goes on
        }
        others.forEach(CompletableFuture::join);
        assertThat(tripwire.hasGone()).as("%s was reached", step).isTrue();
        sorting.some(bag.mailbox(), 10);

        assertThat(mails).extracting(mail -> bag.fate(mail).verdict()).containsExactly("open", "open", "join");
        assertThat(bag.fate(odd).state()).isEqualTo("quarantined");
        assertThat(articlesOf(0)).containsExactly(word + "0-0", word + "0-1");
        assertThat(articlesOf(1)).containsExactly(word + "1-0");
        Tally.proven("R3 %s %s".formatted(step, harm), 1, 4);
    }

    /** With a database that takes no article of this text. */
    private void refusing(String text, Runnable test) {
        db.sql("alter table article add constraint refusing check (text_body <> '%s') not valid".formatted(text))
                .update();
        try {
            test.run();
        } finally {
            db.sql("alter table article drop constraint refusing").update();
        }
    }

    /** How many of this database wait for such a lock. */
    private int waiting(String kind) {
        return db.sql("""
                select count(*)
                  from pg_locks
                 where locktype = :kind
                   and not granted
                   and (database is null or database = (select oid from pg_database where datname = current_database()))
                """).param("kind", kind).query(Integer.class).single();
    }

    private String mail(int talk, int no) {
        var name = "<" + word + "." + talk + "." + no + "@altrove.example>";
        var before = IntStream.range(0, no)
                .mapToObj(one -> "<" + word + "." + talk + "." + one + "@altrove.example>")
                .collect(Collectors.joining(" "));
        return "Message-ID: " + name + "\n" + (no == 0 ? "" : "References: " + before + "\n")
                + SortingMails.from(writer(talk, no), word + " " + talk, word + talk + "-" + no);
    }

    /** Each mail of a conversation is another person's: only its names tell to what it belongs. */
    private String writer(int talk, int no) {
        return word + "." + talk + "." + no + "@altrove.example";
    }

    private List<String> articlesOf(int talk) {
        return db.sql("""
                select a.text_body
                  from article a
                  join ticket t on t.id = a.ticket_id
                 where t.title = :title
                   and a.event is null
                 order by t.id, a.no
                """).param("title", word + " " + talk).query(String.class).list();
    }

    private String answer(long arrival) {
        return db.sql("select answer from sorted_mail where arrival_id = :id")
                .param("id", arrival)
                .query(String.class)
                .single();
    }
}
