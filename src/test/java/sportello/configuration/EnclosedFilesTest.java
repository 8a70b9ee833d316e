package sportello.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.Edge;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.cast.Cast;

/** The files of templates go with the document, and stay with the version that names them. */
@SportelloTest
@Transactional
class EnclosedFilesTest {
    private static final String FORM = "%PDF-1.7 modulo " + "x".repeat(300_000);

    /** Of the files of the template. */
    private static final String HASHES = """
            (select f.hash
               from answer_template_file f
               join answer_template t on t.id = f.template_id and t.name = 'Modulo')
            """;

    @Autowired
    private EnclosedFiles enclosed;

    @Autowired
    private ExportingConfiguration exporting;

    @Autowired
    private ImportingConfiguration importing;

    @Autowired
    private Versions versions;

    @Autowired
    private GoingBack goingBack;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void on_stage() {
        Cast.onStage(db);
        db.sql("delete from configuration_version").update();
    }

    @Test
    void a_file_comes_in_and_goes_out_as_it_is() {
        assertThat(bring(template(file("modulo.pdf", FORM), file("guida.txt", "Guida")))
                        .added())
                .isEqualTo(1);
        assertThat(files()).containsExactly("guida.txt Guida", "modulo.pdf " + FORM);

        var document = done(exporting.text(Authority.HOUSE));
        assertThat(document).contains("    content: |-\n      data:text/plain;base64,\n      R3VpZGE=\n");
        assertThat(bring(document).doesSomething()).isFalse();
        assertThat(done(exporting.textWithoutFiles(Authority.HOUSE))).doesNotContain("modulo.pdf");
        assertThat(bring(done(exporting.textWithoutFiles(Authority.HOUSE))).doesSomething())
                .as("what it does not say stays")
                .isFalse();
    }

    @Test
    void files_become_those_of_the_document_in_its_order() {
        bring(template(file("uno.txt", "1"), file("due.txt", "2")));
        var version = versionOfTemplate();
        var swapped = template(file("due.txt", "2"), file("tre.txt", "3"), file("uno.txt", "1"));
        assertThat(bring(swapped).changed()).isEqualTo(1);
        assertThat(names()).containsExactly("due.txt", "tre.txt", "uno.txt");
        assertThat(bring(swapped).doesSomething()).isFalse();
        assertThat(versionOfTemplate()).as("the second time nothing is written").isEqualTo(version + 1);
        bring("templates:\n- {name: Modulo, files: []}\n");
        assertThat(names()).isEmpty();
    }

    @Test
    void what_is_no_file_is_said_with_its_line() {
        var broken = template("  - name: modulo.pdf\n    content: data:application/pdf;base64,niente!\n");
        var unknown = template("  - name: modulo.pdf\n    content: application/pdf sha256:" + "0".repeat(64) + "\n");
        for (var document : List.of(broken, unknown))
            assertThat(done(importing.plan(document, Authority.HOUSE)).faults())
                    .containsExactly(
                            new Fault(2, "templates: Modulo", new Refusal("configuration.file", "modulo.pdf")));
    }

    @Test
    void a_document_that_is_looked_at_names_its_files() {
        var named = enclosed.keep(template(file("modulo.pdf", FORM)), Authority.HOUSE);
        assertThat(named).hasSizeLessThan(1_000).contains("text/plain sha256:");
        assertThat(enclosed.keep(named, Authority.HOUSE)).isSameAs(named);
        bring(named);
        assertThat(files()).containsExactly("modulo.pdf " + FORM);

        enclosed.keep(template(file("altro.pdf", "mai importato")), Authority.HOUSE);
        versions.keepNightly();
        assertThat(isKept("mai importato")).as("somebody may still look at it").isTrue();
        db.sql("update configuration_file set kept_at = kept_at - interval '25 hours' where version_id is null")
                .update();
        versions.keepNightly();
        assertThat(isKept("mai importato")).isFalse();
        assertThat(isKept(FORM)).isTrue();
    }

    @Test
    void a_version_holds_the_files_of_its_time() {
        bring(template(file("modulo.txt", "vecchio")));
        versions.keepNightly();
        var version = versions.all().getFirst();
        bring(template(file("modulo.txt", "nuovo")));
        assertThat(done(versions.document(version.id(), Authority.HOUSE))).contains(base64("vecchio"));

        var seen = done(goingBack.compare(version, Authority.HOUSE)).plan().print();
        done(goingBack.goBack(version, seen, Authority.HOUSE));
        assertThat(files()).containsExactly("modulo.txt vecchio");
    }

    @Test
    void files_that_are_too_many_for_a_document_are_left_to_whoever_asks() throws Exception {
        bring(template(file("modulo.txt", "piccolo"), file("guida.txt", "Guida")));
        db.sql("update blob_chunk set bytes = convert_to(repeat('x', 10000000), 'UTF8') where hash in " + HASHES)
                .update();
        var refused = Outcome.<String>refused("configuration.files_large", EnclosedFiles.LARGEST >> 20);
        Edge.of("configuration/EnclosedFiles.LARGEST").isTheLast(size -> {
            db.sql("delete from blob_chunk where no = 1 and hash in " + HASHES).update();
            db.sql("""
                    insert into blob_chunk (hash, no, bytes)
                    select min(hash), 1, convert_to(repeat('x', :more), 'UTF8') from answer_template_file where hash in
                    """ + HASHES).param("more", size - 20_000_000).update();
            db.sql(
                            "update blob b set size = (select sum(length(bytes)) from blob_chunk c where c.hash = b.hash) where hash in "
                                    + HASHES)
                    .update();
            return !exporting.text(Authority.HOUSE).equals(refused);
        });
        assertThat(exporting.textWithoutFiles(Authority.HOUSE)).isInstanceOf(Outcome.Done.class);
    }

    private static String template(String... files) {
        return "templates:\n- name: Modulo\n  kinds: [answer]\n  body: Ecco il modulo.\n  files:\n"
                + String.join("", files);
    }

    private static String file(String name, String content) {
        return "  - name: " + name + "\n    content: data:text/plain;base64," + base64(content) + "\n";
    }

    private static String base64(String content) {
        return Base64.getEncoder().encodeToString(content.getBytes(UTF_8));
    }

    private List<String> names() {
        return texts("""
                select f.name
                  from answer_template_file f
                  join answer_template t on t.id = f.template_id
                 where t.name = 'Modulo'
                 order by f.position
                """);
    }

    private List<String> files() {
        return texts("""
                select f.name || ' ' || convert_from(string_agg(c.bytes, '' order by c.no), 'UTF8')
                  from answer_template_file f
                  join answer_template t on t.id = f.template_id
                  join blob_chunk c on c.hash = f.hash
                 where t.name = 'Modulo'
                 group by f.id
                 order by 1
                """);
    }

    private boolean isKept(String content) {
        return !db.sql("select 1 from blob where hash = sha256(convert_to(:content, 'UTF8'))")
                .param("content", content)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    private int versionOfTemplate() {
        return db.sql("select version from answer_template where name = 'Modulo'")
                .query(Integer.class)
                .single();
    }

    private Plan bring(String text) {
        var plan = done(importing.carryOut(text, Authority.HOUSE));
        assertThat(plan.faults()).isEmpty();
        return plan;
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var why) -> throw new AssertionError(why.message());
        };
    }

    private List<String> texts(String query) {
        return db.sql(query).query(String.class).list();
    }
}
