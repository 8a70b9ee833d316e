package sportello.web.agent.opening;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.customer.CustomerUserId;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.Recipient;
import sportello.queue.Queues;
import sportello.ticket.DeskRequest;
import sportello.ticket.Draft;
import sportello.ticket.DraftKind;
import sportello.ticket.Drafts;
import sportello.ticket.OpeningByHand;
import sportello.ticket.ReservedQueues;
import sportello.ticket.Submission;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketNumber;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.web.agent.ticket.SnippetsPage;

@Controller
class OpeningController {
    private static final String TEMPLATE = "agent/opening/opening";
    private static final Set<String> MAIL = Set.of("subject", "text", "html", "to", "cc", "bcc", "minutes", "visible");

    private final OpeningPages pages;
    private final OpeningReader reader;
    private final OpeningByHand opening;
    private final Lookup lookup;
    private final Queues queues;
    private final ReservedQueues reserved;
    private final TicketFiles tickets;
    private final Drafts drafts;
    private final OpeningDrafts unopened;
    private final Views views;

    OpeningController(
            OpeningPages pages,
            OpeningReader reader,
            OpeningByHand opening,
            Lookup lookup,
            Queues queues,
            ReservedQueues reserved,
            TicketFiles tickets,
            Drafts drafts,
            OpeningDrafts unopened,
            Views views) {
        this.pages = pages;
        this.reader = reader;
        this.opening = opening;
        this.lookup = lookup;
        this.queues = queues;
        this.reserved = reserved;
        this.tickets = tickets;
        this.drafts = drafts;
        this.unopened = unopened;
        this.views = views;
    }

    /** @param user the customer user from whose page it was begun */
    @GetMapping("/tickets/new")
    View fresh(OpeningForm typed, @RequestParam(required = false) @Nullable Long user, AgentViewer viewer) {
        var begun = user == null ? typed : pages.chosen(typed, new CustomerUserId(user), viewer);
        // A draft takes the place of nothing that was asked for.
        var draft = typed.isBlank() && typed.q().isEmpty() ? unopened.find(begun, viewer) : Optional.<Draft>empty();
        return views.show(
                TEMPLATE,
                draft.map(found -> pages.of(begun.with(found.content()), viewer, found.savedAt(), null))
                        .orElseGet(() -> pages.of(begun, viewer, null, null)));
    }

    /** While the name of whoever asks is typed. */
    @GetMapping("/tickets/new/contacts")
    View contacts(OpeningForm typed, AgentViewer viewer) {
        return views.show(
                "agent/opening/contacts",
                new ContactsPage(
                        typed,
                        lookup.contacts(typed, viewer),
                        viewer.authority().keepsCustomers()));
    }

    /** While the title is typed. */
    @GetMapping("/tickets/new/similar")
    View similar(OpeningForm typed, AgentViewer viewer) {
        return views.show("agent/opening/similar", new SimilarPage(lookup.similar(typed, viewer)));
    }

    /** While the text is written. */
    @GetMapping("/tickets/new/snippets")
    View snippets(OpeningForm typed, AgentViewer viewer) {
        return views.show("agent/ticket/snippets", new SnippetsPage(pages.snippets(typed, viewer)));
    }

    /** Opens the ticket; a button that only searches or fills in gives the form back. */
    @PostMapping("/tickets")
    View create(OpeningForm typed, AgentViewer viewer) {
        return switch (typed.then()) {
            case "search" -> again(typed, viewer, null);
            case "fill" -> again(pages.filled(typed, viewer), viewer, null);
            default -> open(typed, viewer);
        };
    }

    private View open(OpeningForm typed, AgentViewer viewer) {
        var outcome = reader.read(typed, viewer).then(request -> open(request, typed, viewer));
        return switch (outcome) {
            case Outcome.Done<TicketNumber>(var number) -> opened(number, typed, viewer);
            case Outcome.Refused<TicketNumber>(var why) -> again(typed, viewer, why);
        };
    }

    private Outcome<TicketNumber> open(DeskRequest request, OpeningForm typed, AgentViewer viewer) {
        var queue = queues.find(request.queue())
                .filter(found ->
                        viewer.may(Permission.RO, found.group()) || viewer.may(Permission.CREATE, found.group()));
        if (queue.isEmpty()) throw new NotFound();
        var submission = Submission.of(typed.form(), request);
        return switch (typed.way()) {
            case PHONE -> opening.byPhone(request, submission, viewer);
            case EMAIL -> opening.byMail(request, submission, viewer);
        };
    }

    /** Who may open tickets in a queue need not be able to read it. */
    private View opened(TicketNumber number, OpeningForm typed, AgentViewer viewer) {
        unopened.discard(typed, viewer);
        var ticket = tickets.find(number, viewer);
        if (typed.way() == Way.EMAIL) ticket.ifPresent(found -> keep(found, typed, viewer));
        return ticket.map(found -> views.redirect("/tickets/" + number, notice(found, typed.way())))
                .orElseGet(() -> views.redirect("/agent", Notice.of("notice.opened.unseen", number.value())));
    }

    private Notice notice(TicketFile ticket, Way way) {
        var asker = ticket.asker();
        var hidden = asker != null
                && !reserved.hidden(Set.of(ticket.queue()), asker.userId(), asker.customerId())
                        .isEmpty();
        return Notice.of(
                "notice.opened." + (hidden ? "hidden" : way.key()),
                ticket.number().value());
    }

    /** As long as the mail can be taken back, it is kept as it was typed: a mail on the ticket that is there now. */
    private void keep(TicketFile ticket, OpeningForm typed, AgentViewer viewer) {
        var asker = ticket.asker();
        if (asker == null || asker.user() == null) return;
        var to = Recipient.of(asker.user(), asker.email()).map(Recipient::line).orElse("");
        var content = new HashMap<>(typed.content());
        content.putAll(Map.of("subject", typed.title(), "to", to, "visible", "true"));
        content.keySet().retainAll(MAIL);
        tickets.whole(ticket, 1)
                .filter(mail -> !mail.row().recalled())
                .ifPresent(mail -> drafts.sent(
                        ticket.number(), DraftKind.MAIL, 0, content, mail.row().id(), viewer));
    }

    private View again(OpeningForm typed, AgentViewer viewer, @Nullable Refusal why) {
        var kept = unopened.refused(typed, viewer);
        return views.show(HttpStatus.UNPROCESSABLE_CONTENT, TEMPLATE, pages.of(kept, viewer, null, why));
    }
}
