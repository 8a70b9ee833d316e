package sportello.web.agent.ticket;

import java.util.List;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;
import sportello.storage.Files;
import sportello.ticket.AttachedFile;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketNumber;
import sportello.ticket.Upload;
import sportello.ticket.WholeArticle;

/** Files that a form brings along without anybody choosing them again: those of a mail that was taken back. */
@Component
class KeptFiles {
    private final TicketFiles tickets;
    private final Files files;

    KeptFiles(TicketFiles tickets, Files files) {
        this.tickets = tickets;
        this.files = files;
    }

    /** From which the form lets choose. */
    List<AttachedFile> offered(TicketFile ticket, Typed typed) {
        if (typed.recalled() == 0) return List.of();
        return tickets.whole(ticket, typed.recalled()).map(WholeArticle::files).orElse(List.of());
    }

    /** Those that were left chosen. */
    List<Upload> chosen(TicketNumber number, Typed typed, AgentViewer viewer) {
        if (typed.kept().isEmpty()) return List.of();
        return tickets.find(number, viewer).map(ticket -> offered(ticket, typed)).orElse(List.of()).stream()
                .filter(file -> typed.kept().contains(file.position()))
                .map(this::upload)
                .toList();
    }

    private Upload upload(AttachedFile file) {
        return new Upload(file.name(), file.mediaType(), file.size(), () -> files.open(file.hash()));
    }
}
