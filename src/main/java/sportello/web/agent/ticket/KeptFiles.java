package sportello.web.agent.ticket;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.reply.AnswerTemplates;
import sportello.storage.Files;
import sportello.ticket.AttachedFile;
import sportello.ticket.DraftFiles;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketNumber;
import sportello.ticket.Upload;
import sportello.ticket.WholeArticle;

/** Files that a form brings along from the house: of a mail that was taken back, of a template, and of its draft. */
@Component
class KeptFiles {
    private final TicketFiles tickets;
    private final AnswerTemplates templates;
    private final DraftFiles saved;
    private final Files files;

    KeptFiles(TicketFiles tickets, AnswerTemplates templates, DraftFiles saved, Files files) {
        this.tickets = tickets;
        this.templates = templates;
        this.saved = saved;
        this.files = files;
    }

    /** From which the form lets choose. */
    List<AttachedFile> offered(TicketFile ticket, Typed typed) {
        if (typed.recalled() == 0) return List.of();
        return tickets.whole(ticket, typed.recalled()).map(WholeArticle::files).orElse(List.of());
    }

    /** Those that were left chosen. */
    Outcome<List<Upload>> chosen(TicketNumber number, Typed typed, AgentViewer viewer) {
        return saved.chosen(typed.saved().chosen(), typed.added(), viewer)
                .then(mine -> Outcome.done(Stream.concat(ofTheHouse(number, typed, viewer).stream(), mine.stream())
                        .toList()));
    }

    private List<Upload> ofTheHouse(TicketNumber number, Typed typed, AgentViewer viewer) {
        if (typed.kept().isEmpty() && typed.brought().isEmpty()) return List.of();
        return tickets.find(number, viewer)
                .map(ticket -> Stream.concat(kept(ticket, typed), brought(ticket, typed))
                        .toList())
                .orElse(List.of());
    }

    private Stream<Upload> kept(TicketFile ticket, Typed typed) {
        return offered(ticket, typed).stream()
                .filter(file -> typed.kept().contains(file.position()))
                .map(this::upload);
    }

    private Stream<Upload> brought(TicketFile ticket, Typed typed) {
        return templates.files(typed.brought(), List.of(ticket.queue())).stream()
                .map(file -> new Upload(file.name(), file.mediaType(), file.size(), () -> files.open(file.hash())));
    }

    private Upload upload(AttachedFile file) {
        return new Upload(file.name(), file.mediaType(), file.size(), () -> files.open(file.hash()));
    }
}
