package sportello.web.agent.ticket;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.field.Reader;
import sportello.field.Value;
import sportello.field.ValueText;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Choice;
import sportello.ticket.HistoryLine;
import sportello.ticket.TicketEvent;

/** Tells the lines of a history in the reader's language. */
@Component
class HistoryWords {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private static final int LONGEST_VALUE = 200;

    private final HistoryNames names;
    private final MessageSource messages;

    HistoryWords(HistoryNames names, MessageSource messages) {
        this.names = names;
        this.messages = messages;
    }

    /** Newest first. */
    List<HistoryPage.Line> of(List<HistoryLine> lines, AgentViewer viewer) {
        var known = names.in(lines, viewer);
        return lines.reversed().stream()
                .map(line -> new HistoryPage.Line(
                        line.no(),
                        line.at(),
                        known.of(line.event().by(), t("history.system", viewer)),
                        sentence(line.event(), known, viewer),
                        HistoryKind.of(line.event())))
                .toList();
    }

    private static String openedKey(TicketEvent.Opened opened) {
        var key = opened.rule().isEmpty() ? "history.opened" : "history.opened_by_rule";
        return Boolean.TRUE.equals(opened.forCustomer()) ? key + ".for_customer" : key;
    }

    private String sentence(TicketEvent event, HistoryNames.Known known, AgentViewer viewer) {
        var nobody = t("fact.nobody", viewer);
        return switch (event) {
            case TicketEvent.Opened opened ->
                t(
                        openedKey(opened),
                        viewer,
                        known.of(opened.queue()),
                        known.of(opened.owner(), nobody),
                        known.of(opened.responsible(), nobody),
                        opened.rule());
            case TicketEvent.Locked _ -> t("history.locked", viewer);
            case TicketEvent.Released _ -> t("history.released", viewer);
            case TicketEvent.OwnerChanged changed ->
                change("history.owner", person(changed.from(), known), person(changed.to(), known), viewer);
            case TicketEvent.ResponsibleChanged changed ->
                change("history.responsible", person(changed.from(), known), person(changed.to(), known), viewer);
            case TicketEvent.Moved moved -> t("history.moved", viewer, known.of(moved.from()), known.of(moved.to()));
            case TicketEvent.PriorityChanged changed ->
                t(
                        "history.priority",
                        viewer,
                        t("priority." + changed.from().level(), viewer),
                        t("priority." + changed.to().level(), viewer));
            case TicketEvent.TypeChanged changed ->
                change("history.type", name(changed.from()), name(changed.to()), viewer);
            case TicketEvent.ServiceChanged changed ->
                change("history.service", name(changed.from()), name(changed.to()), viewer);
            case TicketEvent.FieldChanged changed ->
                label(changed, viewer) + ": "
                        + change("history.field", value(changed.from(), viewer), value(changed.to(), viewer), viewer);
            case TicketEvent.StateChanged changed ->
                t(
                        "history.state",
                        viewer,
                        t("state." + changed.from().key(), viewer),
                        t("state." + changed.to().key(), viewer));
            case TicketEvent.Noted noted -> t(noted.visible() ? "history.noted_visibly" : "history.noted", viewer);
            case TicketEvent.Called called ->
                t("history.called." + called.call().key(), viewer);
            case TicketEvent.Answered _ -> t("history.answered", viewer);
            case TicketEvent.Mailed mailed -> t(mailed.visible() ? "history.mailed_visibly" : "history.mailed", viewer);
            case TicketEvent.Marked marked ->
                t(marked.important() ? "history.marked" : "history.unmarked", viewer, marked.no());
            case TicketEvent.Forwarded forwarded ->
                t(forwarded.visible() ? "history.forwarded_visibly" : "history.forwarded", viewer, forwarded.no());
            case TicketEvent.Redirected redirected -> t("history.redirected", viewer, redirected.no());
            case TicketEvent.SentInClear sent -> t("history.sent_in_clear", viewer, sent.no());
            case TicketEvent.Resent resent -> t("history.resent", viewer, resent.address());
            case TicketEvent.Recalled recalled -> t("history.recalled", viewer, recalled.no());
            case TicketEvent.FollowedUp _ -> t("history.followed_up", viewer);
            case TicketEvent.MailCame came ->
                t(came.known() ? "history.mail_came" : "history.mail_came_unverified", viewer, came.from());
            case TicketEvent.Bounced bounced -> t("history.bounced", viewer, bounced.address());
            case TicketEvent.Undelivered failed -> t("history.undelivered", viewer, failed.address(), failed.answer());
            case TicketEvent.AutoAnswered answered -> t("history.auto_answered", viewer, answered.address());
            case TicketEvent.Closed closed ->
                t(closed.successful() ? "history.closed" : "history.closed_unsuccessfully", viewer);
            case TicketEvent.Postponed postponed ->
                t("history.postponed." + postponed.state().model().key(), viewer, date(postponed.until(), viewer));
            case TicketEvent.Resumed _ -> t("history.resumed", viewer);
            case TicketEvent.ReminderReached reached -> t("history.reminded", viewer, date(reached.until(), viewer));
            case TicketEvent.Reopened reopened ->
                t(reopened.visible() ? "history.reopened_visibly" : "history.reopened", viewer);
            case TicketEvent.Ascertained found -> ascertained(found, viewer);
            case TicketEvent.CustomerChanged changed ->
                change(
                        "history.customer",
                        changed.from() == null ? null : known.of(changed.fromUser(), changed.from(), nobody),
                        known.of(changed.toUser(), changed.to(), nobody),
                        viewer);
            case TicketEvent.Archived _ -> t("history.archived", viewer);
            case TicketEvent.Unarchived _ -> t("history.unarchived", viewer);
            case TicketEvent.PersonErased _ -> t("history.person_erased", viewer);
            case TicketEvent.Emptied _ -> t("history.emptied", viewer);
            case TicketEvent.Watched _ -> t("history.watched", viewer);
            case TicketEvent.Unwatched _ -> t("history.unwatched", viewer);
            case TicketEvent.Linked linked ->
                t("history.linked." + linked.as().key(), viewer, known.of(linked.other()));
            case TicketEvent.Unlinked unlinked -> t("history.unlinked", viewer, known.of(unlinked.other()));
            case TicketEvent.Split split -> t("history.split", viewer, known.of(split.other()));
            case TicketEvent.Merged merged ->
                t(merged.away() ? "history.merged" : "history.took_in", viewer, known.of(merged.other()));
            case TicketEvent.MergeUndone undone ->
                t(undone.back() ? "history.taken_back" : "history.given_back", viewer, known.of(undone.other()));
        };
    }

    /** From what to what; where there is nothing on one side, what came or went. */
    private String change(String key, @Nullable String from, @Nullable String to, AgentViewer viewer) {
        if (from == null) return t(key + ".given", viewer, Objects.requireNonNullElse(to, "—"));
        if (to == null) return t(key + ".taken", viewer, from);
        return t(key, viewer, from, to);
    }

    private static @Nullable String person(@Nullable AgentId agent, HistoryNames.Known known) {
        return agent == null ? null : known.of(agent, "");
    }

    private static @Nullable String name(@Nullable Choice said) {
        return said == null ? null : said.name();
    }

    /** Of what is long only its beginning. */
    private @Nullable String value(@Nullable Value value, AgentViewer viewer) {
        if (value == null) return null;
        var reader = new Reader(viewer.language(), viewer.zone());
        var text = ValueText.shown(value, reader, t("field.yes", viewer), t("field.no", viewer));
        return text.codePointCount(0, text.length()) > LONGEST_VALUE
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE)) + "…"
                : text;
    }

    private String ascertained(TicketEvent.Ascertained found, AgentViewer viewer) {
        var sentence = t("history.ascertained", viewer, found.cause(), found.text());
        if (found.correctiveAction().isEmpty()) return sentence;
        return sentence + " " + t("history.corrective_action", viewer, found.correctiveAction());
    }

    private static String date(Instant instant, AgentViewer viewer) {
        return MOMENT.format(instant.atZone(viewer.zone()));
    }

    private String label(TicketEvent.FieldChanged changed, AgentViewer viewer) {
        var label = changed.field().in(viewer.language());
        return changed.article() == null ? label : t("history.field_of_article", viewer, label);
    }

    private String t(String key, AgentViewer viewer, Object... arguments) {
        return messages.getMessage(key, arguments, viewer.language().locale());
    }
}
