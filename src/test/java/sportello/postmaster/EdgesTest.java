package sportello.postmaster;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sportello.Edge;
import sportello.TestClock;
import sportello.base.Language;
import sportello.mime.Locksmith;
import sportello.mime.MailReader;
import sportello.mime.Reading;
import sportello.postmaster.MailFilter.Match;
import sportello.postmaster.MailFilter.Setting;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    // limit postmaster/WishWords.LONGEST
    @Test
    void a_mail_asks_for_a_wait_of_five_years_at_most() throws Exception {
        new Edge("seconds", 5 * 365 * 86_400)
                .isTheLast(seconds -> WishWords.waiting("+" + seconds + "s").isPresent());
    }

    @Test
    void the_name_of_who_writes_is_cut() throws Exception {
        var keys = Locksmith.of("a@b.example", NOON, NOON.plusSeconds(9)).keys();
        Edge.of("postmaster/Reception.LONGEST_NAME").cuts(length -> {
            var head = "From: " + "x".repeat(length) + " <a@b.example>\n\n";
            var reading = new MailReader(new TestClock(NOON), keys)
                    .read(() -> new ByteArrayInputStream(head.getBytes(US_ASCII)), Language.ITALIAN);
            try (var mail = ((Reading.Readable) reading).mail()) {
                return Reception.name(mail, null).length();
            }
        });
    }

    @Test
    void of_a_subject_so_many_numbers_are_tried() throws Exception {
        Edge.of("postmaster/BelongsToTicket.MOST_NUMBERS").cuts(count -> {
            var subject = IntStream.range(0, count)
                    .mapToObj(number -> "[Ticket#%d]".formatted(1_000 + number))
                    .collect(Collectors.joining(" "));
            return BelongsToTicket.numbers(subject).size();
        });
    }

    @Test
    void the_number_of_another_house_has_so_many_signs() throws Exception {
        var filter = new MailFilter(
                "Fornitore",
                false,
                true,
                List.of(),
                List.of(new Setting(Setting.LEADS_BY, "numero"), new Setting(Setting.OF_FIELD + "numero", "$1")));
        Edge.of("postmaster/MailFilter.LONGEST_NUMBER")
                .isTheLast(length ->
                        filter.leading(new Match(List.of("7".repeat(length)))).isPresent());
    }
}
