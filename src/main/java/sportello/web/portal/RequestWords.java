package sportello.web.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import sportello.ticket.InHand;
import sportello.ticket.RequestLine;
import sportello.ticket.RequestState;
import sportello.web.Words;

/** How the house speaks to customers of their requests: states as sentences, moments as people say them. */
public record RequestWords(Words words) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** The state in a word or two: the house's own, or ours. */
    public String state(RequestLine line) {
        return isNamed(line)
                ? words.t(own(line))
                : words.t("portal.state." + line.state().key());
    }

    /** Whether the house has words of its own for it. */
    public boolean isNamed(RequestLine line) {
        return words.know(own(line));
    }

    private static String own(RequestLine line) {
        return "state_for_customers." + line.called().key();
    }

    /** What the state means for who asked: who is on it, and what comes next. */
    public String meaning(RequestLine line) {
        return switch (line.state()) {
            case IN_HAND -> inHand(line.inHand());
            case WAITING_FOR_YOU -> meaning(line.state(), line.lastWordAt());
            case SOLVED, UNSOLVED, MERGED -> meaning(line.state(), line.closedAt());
            case RECEIVED, OPEN, ON_HOLD, CLOSING ->
                words.t("portal.meaning." + line.state().key());
        };
    }

    /** When it was opened or, if there is news since, when the last word was written. */
    public String latest(RequestLine line) {
        return line.lastWordAt().isAfter(line.openedAt())
                ? words.t("portal.updated", when(line.lastWordAt()))
                : words.t("portal.opened", when(line.openedAt()));
    }

    /** The moment as in {@code oggi alle 09:41}. */
    public String when(Instant instant) {
        var there = instant.atZone(words.zone());
        var today = words.now().atZone(words.zone()).toLocalDate();
        return words.t(dayKey(there.toLocalDate(), today), words.day(instant), time(there));
    }

    private String inHand(@Nullable InHand hand) {
        return hand == null
                ? words.t("portal.meaning.open")
                : words.t("portal.meaning.in_hand", hand.name(), since(hand.since()));
    }

    private String meaning(RequestState state, @Nullable Instant at) {
        return words.t("portal.meaning." + state.key(), at == null ? "" : when(at));
    }

    private String since(Instant instant) {
        var age = Duration.between(instant, words.now());
        if (age.toHours() < 1) return words.t("portal.since.minutes", Math.max(0, age.toMinutes()));
        if (age.toDays() < 1) return words.t("portal.since.hours", age.toHours());
        return words.t("portal.since.days", age.toDays());
    }

    private static String dayKey(LocalDate day, LocalDate today) {
        if (day.equals(today)) return "portal.when.today";
        if (day.equals(today.minusDays(1))) return "portal.when.yesterday";
        return "portal.when.before";
    }

    private static String time(ZonedDateTime moment) {
        return TIME.format(moment);
    }
}
