package sportello.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Gatherers;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import sportello.field.Screen;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.OurCompany;
import sportello.ticket.ArticleId;
import sportello.ticket.ArticleRow;
import sportello.ticket.Choices;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFiles;

/** Draws tickets and articles as PDF, for whoever has found the ticket (S47, S75). */
@Component
public class Printing {
    /** Nobody waits for the drawing of more articles than this. */
    static final int LONG = 100;

    private static final int BATCH = 50;

    private final TicketFiles tickets;
    private final Evidence evidence;
    private final Choices choices;
    private final OurCompany company;
    private final MessageSource messages;
    private final Clock clock;

    Printing(
            TicketFiles tickets,
            Evidence evidence,
            Choices choices,
            OurCompany company,
            MessageSource messages,
            Clock clock) {
        this.tickets = tickets;
        this.evidence = evidence;
        this.choices = choices;
        this.company = company;
        this.messages = messages;
        this.clock = clock;
    }

    /** How many articles the whole ticket's document holds. */
    public int length(TicketFile ticket, boolean internal) {
        return rows(ticket, internal).size();
    }

    /** Whether so many articles are better drawn by a job. */
    public boolean isLong(int articles) {
        return articles > LONG;
    }

    /**
     * The whole ticket, oldest article first.
     *
     * @param internal whether also what the customer does not see; without it the document may be handed to the customer, and
     *     says no more than the portal: nothing of what stands behind a mail
     */
    public byte[] ticket(TicketFile ticket, boolean internal, AgentViewer by) {
        return ticket(ticket, internal, by, done -> {});
    }

    /** One of the ticket's articles, if it has such a one; a customer's document says no more of the ticket. */
    public Optional<byte[]> article(TicketFile ticket, int no, AgentViewer by) {
        return tickets.articlesOf(ticket).stream()
                .filter(row -> row.no() == no)
                .findFirst()
                .map(row -> draw(ticket, !row.visible(), true, List.of(row), by, done -> {}));
    }

    /** The same as a job does it, which says how far it has come. */
    byte[] ticket(TicketFile ticket, boolean internal, AgentViewer by, IntConsumer progress) {
        return draw(ticket, internal, internal, rows(ticket, internal), by, progress);
    }

    /** @param proven whether it is said what stands behind the articles */
    private byte[] draw(
            TicketFile ticket,
            boolean internal,
            boolean proven,
            List<ArticleRow> rows,
            AgentViewer by,
            IntConsumer progress) {
        var words = new PrintWords(messages, by.language(), by.zone());
        try (var sheet = new TicketSheet(company.get(), words, ticket, by.name(), clock.instant())) {
            var service = ticket.classes().service();
            sheet.facts(
                    internal,
                    internal ? service : choices.toldToCustomers(service).orElse(null));
            sheet.fields(internal ? tickets.fieldsOf(ticket) : tickets.fieldsForCustomers(ticket));
            var done = 0;
            for (var batch : rows.stream().gather(Gatherers.windowFixed(BATCH)).toList()) {
                var texts = tickets.textsOf(batch);
                var behind = proven ? evidence.behind(batch, internal, words) : Map.<ArticleId, List<String>>of();
                var fields = tickets.fieldsOf(batch, internal ? Screen.ARTICLE : Screen.PORTAL_ARTICLE);
                for (var row : batch)
                    sheet.article(
                            row,
                            Objects.requireNonNull(texts.get(row.id())),
                            behind.getOrDefault(row.id(), List.of()),
                            fields.getOrDefault(row.id(), List.of()));
                done += batch.size();
                progress.accept(done);
            }
            return sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ArticleRow> rows(TicketFile ticket, boolean internal) {
        return tickets.articlesOf(ticket).reversed().stream()
                .filter(row -> internal || row.visible())
                .toList();
    }
}
