package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sportello.Edge;
import sportello.base.Outcome;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

    @Test
    void what_is_said_of_a_service_has_five_hundred_signs_at_most() {
        for (var fits : List.of(499, 500)) assertThat(service(fits)).isInstanceOf(Outcome.Done.class);
        assertThat(service(501)).isInstanceOf(Outcome.Refused.class);
    }

    private static Outcome<ChoiceSettings> service(int note) {
        return new ChoiceSettings("Caldaie", null, "x".repeat(note), false, true).checked(ChoiceList.SERVICES);
    }

    @Test
    void the_name_of_a_file_is_cut_behind_two_hundred_and_fifty_five_signs() {
        for (var fits : List.of(254, 255))
            assertThat(FileName.of("x".repeat(fits))).hasSize(fits);
        assertThat(FileName.of("x".repeat(252) + ".pdf")).hasSize(255).endsWith("x.pdf");
    }

    @Test
    void a_draft_has_so_many_signs_altogether() throws Exception {
        Edge.of("ticket/Drafts.LONGEST")
                .isTheLast(
                        length -> !Drafts.isTooLong(Map.of("text", "x".repeat(length - 9), "subject", "y".repeat(9))));
    }

    @Test
    void a_text_has_so_many_signs_with_its_markup() throws Exception {
        Edge.of("ticket/RichText.LONGEST")
                .isTheLast(length ->
                        RichText.of("<p>Ciao</p><!--" + "x".repeat(length - 18) + "-->") instanceof Outcome.Done);
    }

    @Test
    void a_list_is_narrowed_by_so_many_words_of_a_title() throws Exception {
        Edge.of("ticket/Narrowing.MOST_WORDS").cuts(many -> {
            var narrowing = new Narrowing(null, null, null, null, null, "via ".repeat(many), null);
            return narrowing.added(new Where("true", Map.of())).parameters().size();
        });
    }

    @Test
    void a_ticket_waits_for_five_years_at_most() {
        var years = Duration.ofDays(5 * 365);
        for (var fits : List.of(years.minusSeconds(1), years))
            assertThat(Beginning.of(State.PENDING_REMINDER, NOW.plus(fits), NOW))
                    .isInstanceOf(Outcome.Done.class);
        assertThat(Beginning.of(State.PENDING_REMINDER, NOW.plus(years).plusSeconds(1), NOW))
                .isEqualTo(Outcome.refused("opening.far"));
    }
}
