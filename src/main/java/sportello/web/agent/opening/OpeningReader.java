package sportello.web.agent.opening;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.customer.CustomerDetails;
import sportello.customer.CustomerUserDetails;
import sportello.customer.Directory;
import sportello.field.Screen;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.Addressees;
import sportello.queue.QueueId;
import sportello.reply.AnswerTemplates;
import sportello.storage.Files;
import sportello.ticket.Asking;
import sportello.ticket.Beginning;
import sportello.ticket.DeskRequest;
import sportello.ticket.DraftFiles;
import sportello.ticket.Priority;
import sportello.ticket.RichText;
import sportello.ticket.Sight;
import sportello.ticket.Spent;
import sportello.ticket.State;
import sportello.ticket.Status;
import sportello.ticket.Title;
import sportello.ticket.Upload;
import sportello.ticket.Uploads;
import sportello.ticket.WantedClasses;
import sportello.ticket.Word;
import sportello.web.FieldForms;

/** Makes a request of what was typed, or says what is not yet in order, in the order of the form. */
@Component
class OpeningReader {
    private final Directory directory;
    private final AnswerTemplates templates;
    private final DraftFiles saved;
    private final Files stored;
    private final Clock clock;

    OpeningReader(Directory directory, AnswerTemplates templates, DraftFiles saved, Files stored, Clock clock) {
        this.directory = directory;
        this.templates = templates;
        this.saved = saved;
        this.stored = stored;
        this.clock = clock;
    }

    Outcome<DeskRequest> read(OpeningForm form, AgentViewer viewer) {
        return asking(form, viewer)
                .then(asking -> queue(form)
                        .then(queue -> beginning(form, viewer.zone())
                                .then(beginning -> copies(form)
                                        .then(copies -> word(form, queue, viewer)
                                                .then(word -> Outcome.done(new DeskRequest(
                                                        asking,
                                                        queue,
                                                        agent(form.owner()),
                                                        agent(form.responsible()),
                                                        beginning,
                                                        Priority.of(form.level()),
                                                        new WantedClasses(form.type(), form.service()),
                                                        FieldForms.typed(Screen.OPENING, form.fields(), viewer),
                                                        word,
                                                        copies)))))));
    }

    /** What is only written down goes to nobody. */
    private static Outcome<Addressees> copies(OpeningForm form) {
        return switch (form.way()) {
            case PHONE -> Outcome.done(Addressees.NONE);
            case EMAIL -> Addressees.copies(form.cc(), form.bcc());
        };
    }

    private Outcome<Word> word(OpeningForm form, QueueId queue, AgentViewer viewer) {
        return Title.of(form.title())
                .then(title -> RichText.of(form.html(), form.text())
                        .then(rich -> files(form, queue, rich, viewer)
                                .then(files -> Spent.of(form.minutes())
                                        .then(spent -> Outcome.done(new Word(title, rich.text(), files, spent))))));
    }

    private Outcome<Uploads> files(OpeningForm form, QueueId queue, RichText rich, AgentViewer viewer) {
        var brought = templates.files(form.brought(), List.of(queue)).stream()
                .map(file -> new Upload(file.name(), file.mediaType(), file.size(), () -> stored.open(file.hash())));
        return saved.chosen(form.saved().chosen(), form.added(), viewer)
                .then(mine ->
                        Uploads.of(Stream.of(brought, mine.stream(), form.added().stream(), rich.pictures().stream())
                                .flatMap(all -> all)
                                .toList()));
    }

    private Outcome<Asking> asking(OpeningForm form, AgentViewer viewer) {
        if (form.isNewcomer()) return newcomer(form, viewer);
        return form.known().<Outcome<Asking>>map(Outcome::done).orElseGet(() -> Outcome.refused("opening.nobody"));
    }

    private Outcome<Asking> newcomer(OpeningForm form, AgentViewer viewer) {
        return CustomerUserDetails.of(
                        "", form.firstName(), form.lastName(), form.email(), form.phone(), form.languageChosen(), true)
                .then(person -> asking(person, form, viewer));
    }

    private Outcome<Asking> asking(CustomerUserDetails person, OpeningForm form, AgentViewer viewer) {
        var name = CleanText.line(form.organisation());
        if (CleanText.isBlank(name)) return Outcome.refused("opening.no_organisation");
        var known = directory.customerCalled(name, Sight.circle(viewer));
        if (known.isPresent()) return Outcome.done(new Asking.Newcomer(person, known.get(), form.isInvited()));
        if (!form.isOfNewOrganisation()) return Outcome.refused("opening.organisation", name);
        return CustomerDetails.named(name)
                .then(organisation -> Outcome.done(new Asking.Stranger(person, organisation, form.isInvited())));
    }

    private static Outcome<QueueId> queue(OpeningForm form) {
        var queue = form.queue();
        return queue == null ? Outcome.refused("opening.no_queue") : Outcome.done(new QueueId(queue));
    }

    private Outcome<Beginning> beginning(OpeningForm form, ZoneId zone) {
        var state = Status.of(form.state()).orElse(State.NEW);
        return Beginning.of(state, moment(form.until(), zone), clock.instant());
    }

    private static @Nullable Instant moment(String typed, ZoneId zone) {
        if (typed.isEmpty()) return null;
        try {
            return LocalDateTime.parse(typed).atZone(zone).toInstant();
        } catch (DateTimeException odd) {
            return null;
        }
    }

    private static @Nullable AgentId agent(@Nullable Long id) {
        return id == null ? null : new AgentId(id);
    }
}
