package sportello.mail;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.bench.Tally;
import sportello.database.OwnDatabase;
import sportello.mail.ScriptedServer.Mood;

/**
 * Ten thousand letters for a server that is away for a day, or that hangs up when it has heard one (R20, R23). Run by
 * {@code bin/drill OutboxDrill}; {@code -Ddrill.letters=10000}.
 */
@SpringBootTest(classes = Day.Ground.class)
@OwnDatabase
@Tag("drill")
class OutboxDrill {
    private static final int LETTERS = Integer.getInteger("drill.letters", 10_000);
    private static final int OF_A_TICKET = 5;
    private static final long SEED = Long.getLong("drill.seed", System.nanoTime());
    /** More minutes than all of them need at the pace at which letters leave. */
    private static final int MINUTES = LETTERS + 3 * 24 * 60;

    private static final Pattern SUBJECT = Pattern.compile("(?m)^Subject: lettera (\\d+)$");
    private static final Pattern ID = Pattern.compile("(?m)^Message-ID: (\\S+)$");

    @Autowired
    Day day;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void begin() {
        db.sql("delete from letter").update();
        day.begin();
    }

    @Test
    void a_server_that_is_away_for_a_day_gets_each_letter_once_and_each_tickets_in_order() throws IOException {
        day.server().close();
        post();
        for (var hour = 0; hour < 24; hour++) day.pass(ofHours(1));
        var queued = waiting();
        day.server().open();
        untilAllHaveLeft();

        tally("R20", 1)
                .with("queued", queued)
                .with("out_of_order", outOfOrder())
                .say();
        assertThat(queued).isEqualTo(LETTERS);
        assertEachOnce();
        assertThat(outOfOrder()).isZero();
    }

    @Test
    void a_server_that_hangs_up_when_it_has_heard_the_letter_gets_it_again_under_the_same_name() {
        var moods = IntStream.range(0, LETTERS)
                .mapToObj(number -> number % 10 == 0 ? Mood.DROPS_AFTER_THE_DOT : Mood.ACCEPTS)
                .toList();
        var shuffled = new ArrayList<>(moods);
        Collections.shuffle(shuffled, new Random(SEED));
        day.server().next(shuffled.toArray(Mood[]::new));
        post();
        untilAllHaveLeft();
        var givenUp = givenUp();
        while (!givenUp().isEmpty()) {
            givenUp().forEach(outbox::tryNow);
            untilAllHaveLeft();
        }

        var heard = day.server().read();
        var names = heard.stream().map(mail -> found(ID, mail)).collect(toSet());
        tally("R23 R24", LETTERS / 10)
                .with("copies", heard.size() - LETTERS)
                .with("names", names.size())
                .with("by_hand", givenUp.size())
                .say();
        assertEachOnce();
        assertThat(heard.size() - LETTERS).isLessThanOrEqualTo(LETTERS / 10);
        assertThat(names).hasSize(LETTERS);
    }

    private void post() {
        for (var number = 0; number < LETTERS; number++) {
            var ticket = number % (LETTERS / OF_A_TICKET);
            outbox.post(
                    Given.letter("lettera " + number).to(new Recipient("", "cittadino" + ticket + "@comune.example")),
                    outbox.freshId("ticket-" + ticket));
        }
    }

    private void untilAllHaveLeft() {
        for (var minute = 0; minute < MINUTES && waiting() > 0; minute++) day.pass(ofMinutes(1));
    }

    /** What the server had in full three times, and somebody sends again. */
    private List<LetterId> givenUp() {
        return db.sql("select id from letter where state = 'failed' and unheard >= 3 order by id")
                .query((row, number) -> new LetterId(row.getLong("id")))
                .list();
    }

    private long waiting() {
        return db.sql("select count(*) from letter where state = 'waiting'")
                .query(Long.class)
                .single();
    }

    private Tally tally(String row, int faults) {
        var times = times();
        var doubled = times.values().stream().mapToLong(count -> count - 1).sum();
        return Tally.of(row)
                .with("seed", SEED)
                .with("faults", faults)
                .accepted(LETTERS, LETTERS - times.size(), doubled);
    }

    private void assertEachOnce() {
        assertThat(times()).hasSize(LETTERS);
        assertThat(times().values()).containsOnly(1L);
    }

    /** How often the server took each. */
    private Map<Integer, Long> times() {
        return numbers().stream().collect(groupingBy(number -> number, counting()));
    }

    private List<Integer> numbers() {
        return day.server().accepted().stream()
                .map(mail -> Integer.valueOf(found(SUBJECT, mail)))
                .toList();
    }

    private long outOfOrder() {
        var last = new HashMap<Integer, Integer>();
        return numbers().stream()
                .filter(number -> {
                    var before = last.put(number % (LETTERS / OF_A_TICKET), number);
                    return before != null && before > number;
                })
                .count();
    }

    private static String found(Pattern pattern, String mail) {
        var found = pattern.matcher(mail);
        assertThat(found.find()).as(mail).isTrue();
        return found.group(1);
    }
}
