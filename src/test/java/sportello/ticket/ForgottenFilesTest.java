package sportello.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.LAURA;
import static sportello.ticket.TicketLifeTest.done;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;

/** What nobody wants any more is not kept, and what an article has is. */
@SportelloTest
@Transactional
class ForgottenFilesTest {
    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    @Autowired
    private DraftFiles files;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Noting noting;

    @Autowired
    private ForgottenFiles forgotten;

    @Autowired
    private Clock clock;

    private Scene scene;
    private TicketNumber library;

    @BeforeEach
    void laura_has_chosen_two_files() {
        scene = Scene.on(beans);
        library = scene.library();
        add("mappa nuova");
        add("foto nuova");
    }

    @Test
    void the_files_of_a_draft_stay_however_old_it_is() {
        later(Duration.ofDays(365));
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void what_was_thrown_away_goes_with_its_bytes_an_hour_later() {
        drafts.discard(library, DraftKind.NOTE, 0, scene.as(LAURA));
        later(Duration.ofMinutes(59));
        assertThat(kept()).as("a form may still arrive again").isEqualTo(2);
        later(Duration.ofMinutes(61));
        assertThat(kept()).isZero();
    }

    @Test
    void what_went_along_stays_with_its_article() {
        var map = files.of(library, DraftKind.NOTE, 0, scene.as(LAURA)).getFirst();
        var going = done(files.chosen(List.of(map.id()), List.of(), scene.as(LAURA)));
        done(noting.note(
                library, new Title("Mappa"), new Message("Ecco."), false, new Uploads(going), scene.as(LAURA)));
        drafts.discard(library, DraftKind.NOTE, 0, scene.as(LAURA));
        later(Duration.ofHours(2));

        assertThat(kept()).isOne();
        assertThat(db.sql("select count(*) from draft_file")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_is_chosen_in_two_forms_stays_for_the_other() {
        var upload = upload("mappa nuova");
        done(files.add(library, DraftKind.MAIL, 0, Map.of(), Set.of(), List.of(upload), null, scene.as(LAURA)));
        drafts.discard(library, DraftKind.NOTE, 0, scene.as(LAURA));
        later(Duration.ofHours(2));
        assertThat(kept()).isOne();
    }

    private void later(Duration time) {
        forgotten.sweepAt(clock.instant().plus(time));
    }

    private void add(String bytes) {
        done(files.add(
                library,
                DraftKind.NOTE,
                0,
                Map.of("text", "Ecco."),
                Set.of(),
                List.of(upload(bytes)),
                null,
                scene.as(LAURA)));
    }

    private static Upload upload(String bytes) {
        var content = bytes.getBytes(UTF_8);
        return new Upload("mappa.txt", "text/plain", content.length, () -> new ByteArrayInputStream(content));
    }

    /** How many of the two the house still has. */
    private int kept() {
        return db.sql("select count(*) from blob where hash in (sha256('mappa nuova'), sha256('foto nuova'))")
                .query(Integer.class)
                .single();
    }
}
