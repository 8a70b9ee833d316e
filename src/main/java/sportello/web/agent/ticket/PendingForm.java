package sportello.web.agent.ticket;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sportello.base.Outcome;
import sportello.ticket.Message;
import sportello.ticket.Spent;
import sportello.ticket.State;
import sportello.ticket.Status;

/**
 * Until when a ticket shall wait, as it was typed.
 *
 * @param state what happens then, by its key
 * @param date a day as in {@code 2026-12-01}
 * @param time as in {@code 08:00}
 * @param text why, may be empty
 * @param minutes how long it took, may be empty
 * @param template that was chosen, 0 for none
 * @param quick the day that was clicked instead of typed, empty if none was
 */
public record PendingForm(
        int version, String state, String date, String time, String text, String minutes, Long template, String quick) {
    /** What can happen then. */
    public static final List<State> STATES =
            List.of(State.PENDING_REMINDER, State.PENDING_CLOSE_SUCCESSFUL, State.PENDING_CLOSE_UNSUCCESSFUL);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** The same in order. */
    public record Wait(
            Status state, Instant until, @Nullable Message note, Spent spent) {}

    public PendingForm(
            int version,
            @Nullable String state,
            @Nullable String date,
            @Nullable String time,
            @Nullable String text,
            @Nullable String minutes,
            @Nullable Long template,
            @Nullable String quick) {
        this.version = version;
        this.state = Objects.requireNonNullElse(state, "");
        this.date = Objects.requireNonNullElse(date, "");
        this.time = Objects.requireNonNullElse(time, "");
        this.text = Objects.requireNonNullElse(text, "");
        this.minutes = Objects.requireNonNullElse(minutes, "");
        this.template = template == null ? 0 : template;
        this.quick = Objects.requireNonNullElse(quick, "");
    }

    /** A reminder, tomorrow morning. */
    static PendingForm fresh(int version, ZonedDateTime now) {
        var day = QuickDay.TOMORROW.after(now);
        return new PendingForm(
                version, State.PENDING_REMINDER.key(), day.toLocalDate().toString(), TIME.format(day), "", "", 0L, "");
    }

    /** The fields as {@link #content} gave them. */
    static PendingForm of(int version, Map<String, String> content) {
        return new PendingForm(
                version,
                content.get("state"),
                content.get("date"),
                content.get("time"),
                content.get("text"),
                content.get("minutes"),
                0L,
                "");
    }

    /** Its fields by their names, to be kept. */
    Map<String, String> content() {
        return Map.of("state", state, "date", date, "time", time, "text", text, "minutes", minutes);
    }

    /** A day and what happens then, without a word. */
    public static PendingForm of(int version, String state, String date, String time) {
        return new PendingForm(version, state, date, time, "", "", 0L, "");
    }

    /** The same with this word. */
    PendingForm saying(String words) {
        return new PendingForm(version, state, date, time, words, minutes, template, quick);
    }

    public Outcome<Wait> read(ZonedDateTime now) {
        var pending = Status.of(state).orElse(null);
        if (pending == null) return Outcome.refused("pending.unchosen");
        var until = until(now).orElse(null);
        if (until == null) return Outcome.refused("pending.date");
        return Spent.of(minutes).then(spent -> {
            if (text.isBlank()) return Outcome.done(new Wait(pending, until, null, spent));
            return Message.of(text).then(note -> Outcome.done(new Wait(pending, until, note, spent)));
        });
    }

    private Optional<Instant> until(ZonedDateTime now) {
        var clicked = QuickDay.of(quick);
        if (clicked.isPresent()) return clicked.map(day -> day.after(now).toInstant());
        try {
            var typed = LocalDate.parse(date).atTime(LocalTime.parse(time));
            return Optional.of(typed.atZone(now.getZone()).toInstant());
        } catch (DateTimeException odd) {
            return Optional.empty();
        }
    }
}
