package sportello.print;

import java.io.IOException;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import sportello.mail.Company;

/** What every document of the house has: the company at its head and foot, and what it says of itself. */
record Stationery(Company company, PrintWords words) {

    void head(Paper paper) throws IOException {
        var logo = company.logo();
        var picture = logo == null ? null : Picture.of(logo.bytes());
        if (picture != null) paper.picture(picture, 34, 150);
        paper.text(company.name(), Style.NAME, 0, 300);
        if (!company.address().isEmpty()) paper.text(company.address(), Style.LABEL, 0, 300);
        paper.gap(16);
        paper.rule();
        paper.gap(12);
    }

    byte[] finish(Paper paper) throws IOException {
        var foot = Stream.of(
                        company.name(),
                        company.address(),
                        company.phone(),
                        company.email(),
                        company.footer().replace('\n', ' '))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return paper.finish(foot, (page, pages) -> words.t("print.page", page, pages));
    }

    /** What programs that file documents read of it. */
    void describe(Paper paper, String title, String author, Instant issued) {
        var about = new PDDocumentInformation();
        about.setTitle(title);
        about.setAuthor(author);
        about.setCreator("Sportello");
        about.setCreationDate(GregorianCalendar.from(issued.atZone(words.zone())));
        paper.document().setDocumentInformation(about);
        var catalog = paper.document().getDocumentCatalog();
        catalog.setLanguage(words.language().locale().toLanguageTag());
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }
}
