package sportello.print;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sportello.field.FilledField;
import sportello.mail.Company;
import sportello.ticket.ArticleRow;
import sportello.ticket.ArticleText;
import sportello.ticket.AttachedFile;
import sportello.ticket.Choice;
import sportello.ticket.TicketFile;

/** A ticket's document in the making: the company's head, the ticket's facts, its articles one under the other. */
final class TicketSheet implements AutoCloseable {
    private static final float COLUMN = 110;

    private final Paper paper = new Paper();
    private final Stationery stationery;
    private final PrintWords words;
    private final TicketFile ticket;
    private final String author;
    private final Instant issued;

    TicketSheet(Company company, PrintWords words, TicketFile ticket, String author, Instant issued)
            throws IOException {
        this.stationery = new Stationery(company, words);
        this.words = words;
        this.ticket = ticket;
        this.author = author;
        this.issued = issued;
        stationery.describe(paper, "Ticket#" + ticket.number().value() + " - " + ticket.title(), author, issued);
        stationery.head(paper);
        paper.text("Ticket#" + ticket.number().value(), Style.LABEL);
        paper.text(ticket.title(), Style.TITLE);
        paper.gap(8);
    }

    /**
     * @param internal whether what the customer is not told stands there too
     * @param service for which the ticket is, if the reader is told
     */
    void facts(boolean internal, @Nullable Choice service) throws IOException {
        var asker = ticket.asker();
        fact("print.number", ticket.number().value());
        fact("fact.created", words.date(ticket.createdAt()));
        fact("fact.state", words.t("state." + ticket.state().key()));
        if (ticket.closedAt() != null) fact("fact.closed", words.date(ticket.closedAt()));
        if (asker != null) {
            fact("asker.customer", asker.customer());
            if (asker.user() != null) fact("asker.user", asker.user());
        }
        if (service != null) fact("fact.service", service.name());
        if (internal) {
            var type = ticket.classes().type();
            if (type != null) fact("fact.type", type.name());
            fact("fact.queue", ticket.queueName());
            fact("fact.priority", words.t("priority." + ticket.priority().level()));
            fact("fact.owner", name(ticket.owner()));
            fact("fact.responsible", name(ticket.responsible()));
        }
        fact("print.issued", words.date(issued));
        fact("print.author", author);
        paper.gap(14);
    }

    /** What the house's own fields say. */
    void fields(List<FilledField> fields) throws IOException {
        for (var one : fields) fact(one);
        if (!fields.isEmpty()) paper.gap(14);
    }

    /**
     * @param behind what stands behind it, line by line
     * @param fields what the house's own fields say of it
     */
    void article(ArticleRow row, ArticleText text, List<String> behind, List<FilledField> fields) throws IOException {
        var byHouse = row.line() != null;
        paper.need(byHouse ? 30 : 90);
        paper.rule();
        paper.gap(6);
        if (byHouse) paper.text(words.heading(row), Style.LABEL);
        else written(row, text, behind, fields);
        paper.gap(10);
    }

    private void written(ArticleRow row, ArticleText text, List<String> behind, List<FilledField> fields)
            throws IOException {
        paper.mark(!row.visible());
        paper.text(words.heading(row), Style.HEADING);
        if (!row.visible()) paper.text(words.t("print.internal"), Style.WARNING);
        for (var line : behind) paper.text(line, Style.LABEL);
        paper.gap(4);
        for (var one : fields) fact(one);
        paper.text(text.text(), Style.TEXT);
        files(text);
        paper.mark(false);
    }

    byte[] finish() throws IOException {
        return stationery.finish(paper);
    }

    private void files(ArticleText text) throws IOException {
        if (text.files().isEmpty()) return;
        var names = text.files().stream().map(AttachedFile::name).collect(Collectors.joining(", "));
        paper.gap(4);
        paper.text(words.t("print.files", names), Style.LABEL);
    }

    private void fact(FilledField one) throws IOException {
        paper.fact(one.field().in(words.language()), words.value(one.value()), COLUMN);
    }

    private void fact(String label, String value) throws IOException {
        paper.fact(words.t(label), value, COLUMN);
    }

    private String name(TicketFile.@Nullable Person person) {
        return person == null ? words.t("fact.nobody") : person.name();
    }

    @Override
    public void close() throws IOException {
        paper.close();
    }
}
