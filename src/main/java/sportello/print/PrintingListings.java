package sportello.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.OurCompany;

/** Draws tables as PDF, for whoever may read what stands in them. */
@Component
public class PrintingListings {
    private static final float LABELS = 110;
    private static final float HEADROOM = 60;

    /** How much wider a column of words is than one of numbers. */
    private static final float WORDS = 2.2f;

    private final OurCompany company;
    private final MessageSource messages;
    private final Clock clock;

    PrintingListings(OurCompany company, MessageSource messages, Clock clock) {
        this.company = company;
        this.messages = messages;
        this.clock = clock;
    }

    public byte[] pdf(Listing listing, AgentViewer by) {
        var words = new PrintWords(messages, by.language(), by.zone());
        var stationery = new Stationery(company.get(), words);
        var issued = clock.instant();
        try (var paper = new Paper()) {
            stationery.describe(paper, listing.title(), by.name(), issued);
            stationery.head(paper);
            paper.text(listing.title(), Style.TITLE);
            paper.gap(8);
            for (var fact : listing.facts()) paper.fact(fact.label(), fact.value(), LABELS);
            paper.fact(words.t("print.issued"), words.date(issued), LABELS);
            paper.fact(words.t("print.author"), by.name(), LABELS);
            for (var table : listing.tables()) draw(table, paper);
            paper.gap(10);
            for (var note : listing.notes()) paper.text(note, Style.LABEL);
            return stationery.finish(paper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void draw(Listing.Table table, Paper paper) throws IOException {
        var columns = columns(table);
        paper.gap(14);
        paper.need(HEADROOM);
        paper.text(table.title(), Style.HEADING);
        paper.gap(4);
        paper.cells(table.heads(), columns, Style.LABEL);
        paper.gap(3);
        paper.rule();
        for (var line : table.lines()) {
            paper.gap(2);
            paper.cells(line, columns, Style.FACT);
        }
    }

    private static List<Paper.Column> columns(Listing.Table table) {
        var all = table.heads().size();
        var unit = Paper.WIDTH / (table.texts() * WORDS + all - table.texts());
        var columns = new ArrayList<Paper.Column>();
        var left = 0f;
        for (var place = 0; place < all; place++) {
            var number = place >= table.texts();
            var width = number ? unit : unit * WORDS;
            columns.add(new Paper.Column(left, width, number));
            left += width;
        }
        return columns;
    }
}
