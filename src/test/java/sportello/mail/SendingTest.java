package sportello.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.mail.ScriptedServer.Mood.DEFERS_THE_MAIL;
import static sportello.mail.ScriptedServer.Mood.DEFERS_THE_RECIPIENT;
import static sportello.mail.ScriptedServer.Mood.DROPS_AFTER_ACCEPTING;
import static sportello.mail.ScriptedServer.Mood.DROPS_AFTER_THE_DOT;
import static sportello.mail.ScriptedServer.Mood.IS_BUSY;
import static sportello.mail.ScriptedServer.Mood.NEVER_ANSWERS;
import static sportello.mail.ScriptedServer.Mood.REFUSES_THE_RECIPIENT;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import sportello.Edge;
import sportello.TestClock;
import sportello.base.Tripwire;
import sportello.bench.Tally;
import sportello.database.OwnDatabase;
import sportello.storage.Files;
import sportello.storage.Hash;

/** What could make one letter two: lines, databases and nodes that fail at the wrong moment. */
@SpringBootTest(classes = Day.Ground.class)
@OwnDatabase
@RecordApplicationEvents
class SendingTest {
    private static final String THREAD = "ticket-105";

    @Autowired
    Day day;

    @Autowired
    Outbox outbox;

    @Autowired
    Sending sending;

    @Autowired
    LettersInHand inHand;

    @Autowired
    TestClock clock;

    @Autowired
    Tripwire tripwire;

    @Autowired
    Files files;

    @Autowired
    JdbcClient db;

    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void begin() {
        day.begin();
    }

    @Test
    void what_a_busy_server_did_not_take_goes_at_once_when_somebody_hastens_it() {
        day.server().next(IS_BUSY);
        var letter = outbox.post(Given.letter("in fretta"));
        day.pass(Duration.ZERO);
        assertThat(day.delivery(letter).state()).isEqualTo(LetterState.WAITING);
        assertThat(day.hasWork()).isFalse();

        outbox.hasten();
        assertThat(day.hasWork()).isTrue();
        day.pass(Duration.ZERO);
        assertThat(day.delivery(letter).state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void what_was_promised_to_leave_encrypted_never_leaves_otherwise_and_says_why() {
        var letter = outbox.post(Given.letter("riservata"));
        db.sql("update letter set seal = 'smime_encrypted' where id = :id")
                .param("id", letter.value())
                .update();
        day.pass(Duration.ZERO);
        day.pass(ofDays(1));
        assertThat(day.server().accepted()).isEmpty();
        assertThat(day.delivery(letter).state()).isEqualTo(LetterState.FAILED);
        assertThat(day.delivery(letter).answer()).contains("seal.no_keys");
        assertThat(events.stream(LetterFailed.class).map(LetterFailed::letter)).contains(letter);
        assertThat(day.jobs()).isEmpty();
    }

    /** A day without a server, with five letters of one ticket. */
    @Test
    void a_server_that_is_away_for_a_day_takes_each_letter_once_and_in_order_when_it_is_back() throws Exception {
        day.server().close();
        var letters = IntStream.range(0, 5)
                .mapToObj(number -> inThread("di notte " + number))
                .toList();
        for (var hour = 0; hour < 24; hour++) day.pass(ofHours(1));
        var meanwhile =
                letters.stream().map(letter -> day.delivery(letter).state()).toList();
        day.server().open();
        day.pass(ofHours(2));
        passAll();

        assertThat(meanwhile).containsOnly(LetterState.WAITING);
        assertThat(letters.stream().map(letter -> day.delivery(letter).state())).containsOnly(LetterState.SENT);
        assertThat(subjects()).containsExactly("di notte 0", "di notte 1", "di notte 2", "di notte 3", "di notte 4");
        assertThat(day.jobs()).isEmpty();
    }

    /** Busy, greylisting, out of order for now: after each no it is left alone for longer, and gets nothing twice. */
    @Test
    void a_server_in_a_bad_mood_is_not_stormed_and_gets_each_letter_once() {
        var faults =
                List.of(IS_BUSY, DEFERS_THE_RECIPIENT, DEFERS_THE_MAIL, DEFERS_THE_RECIPIENT, IS_BUSY, DEFERS_THE_MAIL);
        day.server().next(faults.toArray(ScriptedServer.Mood[]::new));
        var letters = IntStream.range(0, 4)
                .mapToObj(number -> outbox.post(Given.letter("malumore " + number)))
                .toList();
        passAll();
        for (var quarter = 0; quarter < 40; quarter++) day.pass(ofMinutes(15));

        assertThat(letters.stream().map(letter -> day.delivery(letter).state())).containsOnly(LetterState.SENT);
        assertThat(subjects()).hasSize(4).doesNotHaveDuplicates();
        assertThat(day.server().commands().stream().filter(line -> line.startsWith("EHLO")))
                .as("one talk for each no and each letter, and no more")
                .hasSizeLessThanOrEqualTo(faults.size() + letters.size());
        Tally.proven("R21", faults.size(), letters.size());
    }

    @Test
    void a_letter_of_a_thread_takes_along_the_earlier_one_that_the_server_did_not_take() {
        day.server().next(IS_BUSY);
        inThread("confermato");
        day.pass(Duration.ZERO);

        inThread("risposto");
        passAll();

        assertThat(subjects()).containsExactly("confermato", "risposto");
        day.pass(ofDays(1));
        assertThat(day.server().accepted()).hasSize(2);
        assertThat(day.jobs()).isEmpty();
    }

    @Test
    void a_letter_of_a_thread_waits_with_the_earlier_one_and_for_no_other() {
        day.server().next(IS_BUSY, IS_BUSY);
        inThread("confermato");
        day.pass(Duration.ZERO);

        var second = inThread("risposto");
        passAll();
        outbox.post(Given.letter("a un altro").to(new Recipient("", "laura@valle.example")), outbox.freshId(THREAD));
        outbox.post(Given.letter("di altro"), outbox.freshId("ticket-106"));
        outbox.post(Given.letter("di niente"));
        passAll();

        assertThat(subjects()).containsExactlyInAnyOrder("a un altro", "di altro", "di niente");
        assertThat(day.delivery(second).attempts()).isZero();
        day.pass(ofMinutes(5));
        passAll();
        assertThat(subjects()).endsWith("confermato", "risposto").hasSize(5);
    }

    enum Harm {
        HALT,
        EXCEPTION,
        /** For a minute, in which another tries the letter too. */
        SLEEP
    }

    /** Every step by its nature: a new one is broken here as soon as it exists. */
    static List<Arguments> everyStepInEveryWay() {
        return Stream.of(SendingStep.values())
                .flatMap(step -> Stream.of(Harm.values()).map(harm -> Arguments.of(step, harm)))
                .toList();
    }

    /** Only where the server has taken it and nobody knows, it goes once more, under the same Message-ID (R3, R24). */
    @ParameterizedTest
    @MethodSource("everyStepInEveryWay")
    void a_letter_that_breaks_at_any_step_is_taken_up_where_it_broke(SendingStep step, Harm harm) {
        var posted = new ArrayList<LetterId>();
        tripwire.at(step, () -> {
            switch (harm) {
                case HALT -> throw new Tripwire.Halt();
                case EXCEPTION -> throw new IllegalStateException("broken at " + step);
                case SLEEP -> {
                    clock.advance(ofMinutes(1));
                    posted.forEach(sending::send);
                }
            }
        });

        tried(() -> posted.add(outbox.post(Given.letter("una volta"))));
        if (posted.isEmpty()) posted.add(outbox.post(Given.letter("una volta")));
        tried(() -> sending.send(posted.getFirst()));
        assertThat(tripwire.hasGone()).as("%s was reached", step).isTrue();
        afterItsClaim(posted.getFirst());
        sending.send(posted.getFirst());

        assertThat(day.delivery(posted.getFirst()).state()).isEqualTo(LetterState.SENT);
        assertThat(subjects())
                .hasSize(step == SendingStep.NOTE && harm != Harm.SLEEP ? 2 : 1)
                .containsOnly("una volta");
        assertThat(day.server().accepted().stream().map(SendingTest::name).distinct())
                .hasSize(1);
        Tally.proven("R3 R24 %s %s".formatted(step, harm), 1, 1);
    }

    /** The program lives, and knows that it is no longer at it; a claim is for those that have died. */
    @Test
    void an_attempt_that_broke_off_holds_its_letter_no_longer() {
        var posted = outbox.post(Given.letter("una volta"));
        tripwire.at(SendingStep.HAND_OVER, () -> {
            throw new IllegalStateException("the database is away");
        });
        tried(() -> sending.send(posted));
        assertThat(day.delivery(posted).state()).isEqualTo(LetterState.WAITING);

        sending.send(posted);

        assertThat(day.delivery(posted).state()).isEqualTo(LetterState.SENT);
        assertThat(subjects()).containsExactly("una volta");
    }

    private static void tried(Runnable work) {
        try {
            work.run();
        } catch (Tripwire.Halt | IllegalStateException gone) {
            // somebody else goes on
        }
    }

    private void afterItsClaim(LetterId letter) {
        db.sql("update letter set claimed_until = now() - interval '1 second' where id = :id and state = 'waiting'")
                .param("id", letter.value())
                .update();
    }

    private static String name(String mail) {
        return mail.replaceAll("(?s).*?\nMessage-ID: ([^\n]*)\n.*", "$1");
    }

    @Test
    void a_letter_that_has_waited_for_hours_passes_over_the_earlier_one_that_is_put_off_again() {
        day.server().next(IS_BUSY);
        var first = inThread("confermato");
        day.pass(Duration.ZERO);
        var second = inThread("risposto");

        clock.advance(ofHours(4).minusSeconds(1));
        day.server().next(IS_BUSY);
        sending.send(second);
        assertThat(day.delivery(first).attempts()).isEqualTo(2);
        assertThat(day.delivery(second).attempts()).isZero();

        clock.advance(Duration.ofSeconds(1));
        day.server().next(IS_BUSY);
        sending.send(second);
        assertThat(day.delivery(first).state()).isEqualTo(LetterState.WAITING);
        assertThat(subjects()).containsExactly("risposto");

        day.pass(ofHours(1));
        passAll();
        assertThat(subjects()).containsExactly("risposto", "confermato");
    }

    @Test
    void a_letter_that_is_refused_stops_none_of_its_thread() {
        day.server().next(IS_BUSY, REFUSES_THE_RECIPIENT);
        inThread("confermato");
        day.pass(Duration.ZERO);

        inThread("risposto");
        passAll();

        assertThat(subjects()).containsExactly("risposto");
        assertThat(events.stream(LetterFailed.class)).hasSize(1);
    }

    @Test
    void a_letter_of_a_thread_waits_while_the_earlier_one_can_be_recalled() {
        var answer = outbox.post(Given.letter("risposto"), outbox.freshId(THREAD), Duration.ofSeconds(10));
        inThread("chiuso");
        passAll();
        assertThat(subjects()).isEmpty();
        day.pass(Duration.ofSeconds(10));
        passAll();
        assertThat(subjects()).containsExactly("risposto", "chiuso");

        var recalled = outbox.post(Given.letter("non detto"), outbox.freshId(THREAD), Duration.ofSeconds(10));
        inThread("riaperto");
        passAll();
        assertThat(outbox.recall(List.of(recalled))).isTrue();
        day.pass(Duration.ofSeconds(10));
        passAll();
        assertThat(subjects()).endsWith("chiuso", "riaperto").hasSize(3);
        assertThat(outbox.recall(List.of(answer))).isFalse();
    }

    @Test
    void a_line_that_drops_after_the_yes_causes_no_second_copy() {
        day.server().next(DROPS_AFTER_ACCEPTING);
        var letter = outbox.post(Given.letter("nuovo"));

        day.pass(Duration.ZERO);
        day.pass(ofDays(1));

        assertThat(day.server().accepted()).hasSize(1);
        assertThat(day.delivery(letter).state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void a_database_that_fails_after_the_yes_causes_no_second_copy() {
        var letter = inThread("nuovo");
        db.sql("alter table letter add constraint no_note check (state <> 'sent') not valid")
                .update();
        day.pass(Duration.ZERO);
        inThread("risposto");
        day.pass(ofMinutes(10));
        assertThat(day.server().accepted()).hasSize(1);
        assertThat(day.delivery(letter).state()).isEqualTo(LetterState.WAITING);

        db.sql("alter table letter drop constraint no_note").update();
        day.pass(ofMinutes(90));
        day.pass(ofMinutes(1));

        assertThat(subjects()).containsExactly("nuovo", "risposto");
        assertThat(day.delivery(letter).state()).isEqualTo(LetterState.SENT);
        assertThat(day.delivery(letter).answer()).isEqualTo("250 2.0.0 queued as 4711");
        assertThat(day.jobs()).isEmpty();
    }

    @Test
    void what_a_server_refuses_for_ever_is_called_out_once() {
        day.server().next(REFUSES_THE_RECIPIENT);
        var letter = outbox.post(Given.letter("nuovo"));

        day.pass(Duration.ZERO);
        day.pass(ofDays(1));

        assertThat(events.stream(LetterFailed.class))
                .containsExactly(new LetterFailed(letter, Given.letter("").to().address(), "550 5.1.1 no such user"));
    }

    @Test
    void one_of_fifty_who_is_refused_keeps_no_other_from_the_mail() {
        day.server().next(REFUSES_THE_RECIPIENT);
        var letters = IntStream.range(0, 50)
                .mapToObj(number -> outbox.post(Given.letter("a molti " + number)))
                .toList();

        for (var round = 0; round < 5; round++) day.pass(ofMinutes(1));

        assertThat(letters.stream().map(letter -> day.delivery(letter).state()))
                .filteredOn(state -> state == LetterState.SENT)
                .hasSize(49);
        assertThat(letters.stream().map(letter -> day.delivery(letter).state()))
                .filteredOn(state -> state == LetterState.FAILED)
                .hasSize(1);
        assertThat(events.stream(LetterFailed.class)).hasSize(1);
        Tally.proven("R22", 1, 49);
    }

    @Test
    void what_nobody_took_for_five_days_is_called_out_and_not_before() {
        day.server().next(IS_BUSY, IS_BUSY, IS_BUSY);
        var letter = outbox.post(Given.letter("nuovo"));
        day.pass(Duration.ZERO);
        day.pass(ofDays(4));
        assertThat(events.stream(LetterFailed.class)).isEmpty();

        day.pass(ofDays(2));

        assertThat(events.stream(LetterFailed.class))
                .extracting(LetterFailed::letter)
                .containsExactly(letter);
    }

    @Test
    void what_the_house_itself_cannot_write_is_given_up_and_called_out_after_five_days_too() {
        var gone = kept("mai più");
        var files = List.of(new LetterFile("pianta.pdf", "application/pdf", 8, gone));
        var unreadable = outbox.postSecret(Given.letter("riservata"));
        var incomplete = outbox.post(Given.letter("con pianta").with(files));
        var broken = List.of(unreadable, incomplete);
        db.sql("update letter set sealed_body = '\\x00' where id = :id")
                .param("id", unreadable.value())
                .update();
        db.sql("delete from blob_chunk where hash = :hash")
                .param("hash", gone.bytes())
                .update();
        day.pass(Duration.ZERO);
        day.pass(ofDays(4));
        assertThat(broken.stream().map(letter -> day.delivery(letter).state())).containsOnly(LetterState.WAITING);

        broken.forEach(this::afterItsClaim);
        day.pass(ofDays(2));

        assertThat(events.stream(LetterFailed.class).map(LetterFailed::letter))
                .containsExactlyInAnyOrderElementsOf(broken);
        assertThat(broken.stream().map(letter -> day.delivery(letter).answer()))
                .allMatch(words -> words.contains("letter.unwritable"));
        assertThat(day.jobs()).isEmpty();
    }

    @Test
    void a_letter_that_failed_and_could_not_be_called_out_is_tried_again() {
        day.server().next(REFUSES_THE_RECIPIENT, REFUSES_THE_RECIPIENT);
        var letter = outbox.post(Given.letter("nuovo"));
        db.sql("alter table letter add constraint no_note check (state <> 'failed') not valid")
                .update();
        day.pass(Duration.ZERO);
        assertThat(events.stream(LetterFailed.class)).isEmpty();

        db.sql("alter table letter drop constraint no_note").update();
        db.sql("update letter set claimed_until = null where id = :id")
                .param("id", letter.value())
                .update();
        day.pass(ofMinutes(90));

        assertThat(events.stream(LetterFailed.class)).hasSize(1);
    }

    /** As many hands as the runner of jobs has, letters for all of them, and other work behind. */
    @Test
    void a_server_that_never_answers_leaves_hands_for_other_work() throws Exception {
        day.server().next(NEVER_ANSWERS);
        var hands = Executors.newFixedThreadPool(8);
        try {
            for (var number = 0; number < 20; number++) {
                var letter = outbox.post(Given.letter("nuovo"));
                hands.execute(() -> sending.send(letter));
            }
            assertThat(hands.submit(() -> "sorted").get(30, TimeUnit.SECONDS)).isEqualTo("sorted");
        } finally {
            hands.shutdownNow();
            assertThat(hands.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void letters_without_end_leave_minute_by_minute_and_none_is_lost() {
        day.pass(ofMinutes(2));
        for (var number = 0; number < Pace.MOST + 3; number++) outbox.post(Given.letter("nuovo"));
        day.pass(Duration.ZERO);
        while (day.hasWork()) day.pass(Duration.ZERO);
        assertThat(day.server().accepted()).hasSize(Pace.MOST);
        assertThat(events.stream(MailSlowed.class)).hasSize(1);

        outbox.postAlarm(Given.letter("troppa posta"));
        day.pass(Duration.ZERO);
        assertThat(subjects()).hasSize(Pace.MOST + 1).endsWith("troppa posta");

        day.pass(ofMinutes(2));

        assertThat(day.server().accepted()).hasSize(Pace.MOST + 4);
        assertThat(day.jobs()).isEmpty();
    }

    @Test
    void a_job_that_runs_again_for_a_letter_that_is_gone_sends_nothing() {
        var letter = outbox.post(Given.letter("nuovo"));
        day.pass(Duration.ZERO);

        assertThat(sending.send(letter)).isEqualTo(new Sending.Next.Done());

        assertThat(day.server().accepted()).hasSize(1);
    }

    @Test
    void of_many_who_send_the_same_letter_at_once_one_does() throws Exception {
        var letter = outbox.post(Given.letter("nuovo"));
        Callable<Sending.Next> trying = () -> sending.send(letter);
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var node :
                    nodes.invokeAll(IntStream.range(0, 8).mapToObj(i -> trying).toList())) node.get();
        }

        assertThat(day.server().read()).hasSize(1);
        assertThat(day.delivery(letter).attempts()).isEqualTo(1);
    }

    @Test
    void a_node_that_died_while_sending_holds_a_letter_for_minutes_only() {
        var letter = outbox.post(Given.letter("nuovo"));
        db.sql("update letter set claimed_until = now() + interval '1 minute', attempts = 1 where id = :id")
                .param("id", letter.value())
                .update();
        day.pass(Duration.ZERO);
        assertThat(day.server().read()).isEmpty();

        db.sql("update letter set claimed_until = now() - interval '1 second' where id = :id")
                .param("id", letter.value())
                .update();
        day.pass(ofMinutes(3));

        assertThat(day.delivery(letter).state()).isEqualTo(LetterState.SENT);
        assertThat(day.delivery(letter).attempts()).isEqualTo(2);
    }

    @Test
    void a_desk_that_died_while_sending_and_starts_again_sends_at_once() {
        var letter = outbox.post(Given.letter("nuovo"));
        db.sql("update letter set claimed_until = now() + interval '6 minutes', attempts = 1 where id = :id")
                .param("id", letter.value())
                .update();

        inHand.takeBack();
        day.pass(Duration.ZERO);

        assertThat(day.delivery(letter).state()).isEqualTo(LetterState.SENT);
    }

    /** Perhaps it died of the letter. */
    @Test
    void what_a_node_died_of_stops_none_of_its_thread() {
        var letter = inThread("confermato");
        day.begin();
        db.sql("update letter set claimed_until = now() - interval '1 second', attempts = 1 where id = :id")
                .param("id", letter.value())
                .update();

        inThread("risposto");
        passAll();

        assertThat(subjects()).containsExactly("risposto");
    }

    /** R23: copies are never more than the ends that nobody knows, and all bear one name. */
    @Test
    void a_server_that_has_all_of_a_letter_and_never_says_so_gets_three_copies_and_no_more() throws Exception {
        Edge.of("mail/Sending.MOST_UNHEARD").isTheFirst(times -> {
            day.begin();
            day.server().next(Collections.nCopies(times, DROPS_AFTER_THE_DOT).toArray(ScriptedServer.Mood[]::new));
            var letter = outbox.post(Given.letter("forse"));
            for (var hour = 0; hour < 12; hour++) day.pass(ofHours(1));
            return day.delivery(letter).state() == LetterState.FAILED;
        });
        var copies = day.server().read();
        var failed = events.stream(LetterFailed.class).toList();

        assertThat(copies).hasSize(3).extracting(SendingTest::name).containsOnly(name(copies.getFirst()));
        assertThat(failed)
                .hasSize(2)
                .extracting(LetterFailed::answer)
                .allMatch(words -> words.contains("letter.unheard"));
    }

    @Test
    void a_letter_that_may_have_arrived_goes_again_when_somebody_wants_it() {
        day.server().next(DROPS_AFTER_THE_DOT, DROPS_AFTER_THE_DOT, DROPS_AFTER_THE_DOT, DROPS_AFTER_THE_DOT);
        var letter = outbox.post(Given.letter("forse"));
        for (var hour = 0; hour < 12; hour++) day.pass(ofHours(1));

        assertThat(outbox.tryNow(letter)).isTrue();
        day.pass(Duration.ZERO);
        assertThat(day.delivery(letter).state()).isEqualTo(LetterState.WAITING);
        day.pass(ofHours(1));

        assertThat(day.delivery(letter).state()).isEqualTo(LetterState.SENT);
        assertThat(day.server().read()).hasSize(5);
    }

    @Test
    void nobody_else_tries_a_letter_as_long_as_its_files_may_take() {
        var file = new LetterFile("pianta.pdf", "application/pdf", 50 * 1024 * 1024, kept("pianta"));
        var letter = Given.letter("pesante").with(List.of(file));
        var posted = outbox.post(letter);
        var held = new ArrayList<Boolean>();
        tripwire.at(
                SendingStep.HAND_OVER,
                () -> held.add(
                        db.sql("select claimed_until > now() + make_interval(secs => :talk) from letter where id = :id")
                                .param("talk", TalkTimes.USUAL.of(letter).toSeconds())
                                .param("id", posted.value())
                                .query(Boolean.class)
                                .single()));

        sending.send(posted);

        assertThat(held).containsExactly(true);
        assertThat(day.delivery(posted).state()).isEqualTo(LetterState.SENT);
    }

    private Hash kept(String words) {
        return files.keep(new ByteArrayInputStream(words.getBytes(UTF_8))).hash();
    }

    private LetterId inThread(String subject) {
        return outbox.post(Given.letter(subject), outbox.freshId(THREAD));
    }

    private void passAll() {
        day.pass(Duration.ZERO);
        while (day.hasWork()) day.pass(Duration.ZERO);
    }

    private List<String> subjects() {
        return day.server().accepted().stream()
                .map(mail -> mail.replaceAll("(?s).*?\nSubject: ([^\n]*)\n.*", "$1"))
                .toList();
    }
}
