package sportello.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the demo hands out for spreadsheets, opened by LibreOffice: whatever somebody has called a ticket, no cell computes
 * (X42). Run by {@code bin/drill SpreadsheetDrill}, which installs LibreOffice's Calc if it may.
 */
@Tag("drill")
class SpreadsheetDrill extends DemoStory {
    private static final Path FOLDER = Path.of("target", "spreadsheets").toAbsolutePath();

    /** How LibreOffice writes down that a cell computes. */
    private static final String COMPUTED = "table:formula=";

    private static final List<String> TITLES = List.of(
            "=1+1",
            "+1+1",
            "-1+1",
            "@SUM(1;1)",
            "\t=1+1",
            "=HYPERLINK(\"http://evil.example\";\"Lampione\")",
            "=cmd|' /C calc'!A0");

    private Page anna;

    @BeforeAll
    void strange_titles_are_there() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/soffice")), "bin/drill SpreadsheetDrill installs LibreOffice");
        Files.createDirectories(FOLDER);
        anna = browser.window();
        enter(anna, "/agent", "anna.riva");
        var tickets = db.sql("""
                        select t.id
                          from ticket t
                          join queue q on q.id = t.queue_id
                          join agent_grant g on g.group_id = q.group_id
                          join agent a on a.id = g.agent_id and a.login = 'anna.riva'
                         where t.state_type in ('new', 'open') and g.permission = 'rw'
                         order by t.id
                        """).query(Long.class).list();
        assertThat(tickets).hasSizeGreaterThanOrEqualTo(TITLES.size());
        for (var place = 0; place < TITLES.size(); place++)
            db.sql("update ticket set title = :title where id = :id")
                    .param("title", TITLES.get(place))
                    .param("id", tickets.get(place))
                    .update();
    }

    @Test
    void a_formula_would_be_seen() throws Exception {
        Files.writeString(FOLDER.resolve("formula.csv"), "\"=1+1\";\"testo\"\n");
        assertThat(opened("formula.csv")).contains(COMPUTED);
    }

    @Test
    void no_cell_of_what_the_demo_hands_out_computes() throws Exception {
        for (var format : List.of("csv", "xlsx")) {
            bring("/agent/tickets/export?format=" + format, "elenco." + format);
            bring("/search/export?q=1&format=" + format, "ricerca." + format);
        }
        bring("/admin/book/export", "registro.csv");
        for (var file : List.of("elenco.csv", "elenco.xlsx", "ricerca.csv", "ricerca.xlsx", "registro.csv"))
            assertThat(opened(file)).as(file).doesNotContain(COMPUTED);
        for (var file : List.of("elenco.csv", "elenco.xlsx"))
            assertThat(opened(file)).as(file).contains("=1+1", "@SUM(1;1)", "=HYPERLINK(");
    }

    private void bring(String address, String name) throws IOException {
        var answer = anna.request().get(address);
        assertThat(answer.status()).as(address).isEqualTo(200);
        Files.write(FOLDER.resolve(name), answer.body());
    }

    /** As LibreOffice understands it, in its own words; what is between semicolons is read as whoever double-clicks would. */
    private static String opened(String name) throws IOException, InterruptedException {
        var filter = name.endsWith(".csv") ? Stream.of("--infilter=CSV:59,34,76,1,,0,false,true") : Stream.<String>of();
        var command = Stream.concat(
                        Stream.of(
                                "soffice",
                                "--headless",
                                "-env:UserInstallation=file://" + FOLDER.resolve("profile"),
                                "--convert-to",
                                "fods",
                                "--outdir",
                                FOLDER.resolve("opened").toString()),
                        Stream.concat(filter, Stream.of(FOLDER.resolve(name).toString())))
                .toList();
        var converting = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("soffice.log").toFile())
                .start();
        if (!converting.waitFor(120, TimeUnit.SECONDS)) converting.destroyForcibly();
        var opened = FOLDER.resolve("opened").resolve(name.replaceFirst("\\.[a-z]+$", ".fods"));
        assertThat(opened).as(Files.readString(FOLDER.resolve("soffice.log"))).exists();
        var text = Files.readString(opened, UTF_8);
        Files.delete(opened);
        return text;
    }
}
