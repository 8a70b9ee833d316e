package sportello.search;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.PIERO;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.Edge;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** Searches that agents keep. */
@SportelloTest
@Transactional
class SavedSearchesTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private KeepingSearch keeping;

    @Autowired
    private SavedSearches saved;

    private Cast cast;

    @BeforeEach
    void a_lamp_and_a_heating() {
        cast = Cast.alone(db);
        db.sql("delete from saved_search").update();
        open("Lampione", "Spento in via Bellini.");
        open("Caldaia", "L'impianto di via Bellini non parte.");
    }

    @Test
    void a_shared_search_finds_for_each_what_they_may_see() {
        keep("Via Bellini", true, SearchForm.of("bellini"), MARIO);

        assertThat(counts(MARIO)).containsExactly("Via Bellini 2");
        assertThat(saved.of(cast.as(PIERO)))
                .as("a supplier learns nothing of what the house looks for")
                .isEmpty();
        db.sql("update agent set supplier = false where id = :id")
                .param("id", cast.id(PIERO).value())
                .update();
        assertThat(counts(PIERO)).containsExactly("Via Bellini 1");
        assertThat(saved.of(cast.as(PIERO))).singleElement().satisfies(search -> {
            assertThat(search.mine()).isFalse();
            assertThat(search.keeper()).isEqualTo("Mario Ferri");
        });
    }

    @Test
    void a_search_of_ones_own_is_nobody_elses() {
        keep("Lampioni", false, SearchForm.of("lampioni"), MARIO);

        assertThat(counts(MARIO)).containsExactly("Lampioni 1");
        assertThat(saved.of(cast.as(PIERO))).isEmpty();
    }

    @Test
    void me_is_whoever_looks() {
        var mine = new SearchForm(
                null, null, null, null, null, "me", null, null, null, null, null, null, null, null, null, null);
        keep("Miei", true, mine, LAURA);

        assertThat(counts(MARIO)).containsExactly("Miei 1");
        assertThat(counts(LAURA)).containsExactly("Miei 0");
    }

    @Test
    void many_are_counted_side_by_side() {
        keep("Lampioni", false, SearchForm.of("lampioni -caldaia"), MARIO);
        keep("Caldaie", false, SearchForm.of("\"via Bellini\" caldai*"), MARIO);
        keep("Nulla", false, SearchForm.of("zanzare"), MARIO);

        assertThat(counts(MARIO)).containsExactly("Caldaie 1", "Lampioni 1", "Nulla 0");
    }

    /** One more would be kept and never be seen. */
    @Test
    void so_many_are_kept_and_shown() throws Exception {
        var edge = Edge.of("search/SavedSearchSql.MOST");
        edge.isTheLast(many -> {
            has(many - 1);
            return keeping.keep("Ultima", false, SearchForm.of("bellini"), cast.as(MARIO)) instanceof Outcome.Done;
        });
        has(edge.limit());
        keep("RICERCA 7", true, SearchForm.of("bellini"), MARIO);
        edge.cuts(many -> {
            has(many);
            return saved.of(cast.as(MARIO)).size();
        });
    }

    private void has(int many) {
        db.sql("delete from saved_search").update();
        db.sql("""
                insert into saved_search (agent_id, name, shared, form, changed_at)
                select :mario, 'Ricerca ' || no, false, '{"q": "lampione"}', now() from generate_series(1, :many) no
                """).param("mario", cast.id(MARIO).value()).param("many", many).update();
    }

    @Test
    void a_name_used_again_replaces_and_a_forgotten_one_is_gone() {
        keep("Via Bellini", false, SearchForm.of("lampione"), MARIO);
        keep("via bellini", true, SearchForm.of("bellini"), MARIO);
        assertThat(counts(MARIO)).containsExactly("via bellini 2");

        keeping.forget("VIA BELLINI", cast.as(PIERO));
        assertThat(counts(MARIO)).hasSize(1);
        keeping.forget("VIA BELLINI", cast.as(MARIO));
        keeping.forget("VIA BELLINI", cast.as(MARIO));
        assertThat(counts(MARIO)).isEmpty();
    }

    @Test
    void without_a_name_or_a_question_there_is_nothing_to_keep() {
        assertThat(keeping.keep(" ", false, SearchForm.of("x"), cast.as(MARIO)))
                .isEqualTo(Outcome.refused("name.empty"));
        assertThat(keeping.keep("x".repeat(81), false, SearchForm.of("x"), cast.as(MARIO)))
                .isEqualTo(Outcome.refused("name.long", 80, 81));
        assertThat(keeping.keep("Tutto", false, SearchForm.of(""), cast.as(MARIO)))
                .isEqualTo(Outcome.refused("search.nothing"));
    }

    @Test
    void a_search_that_no_longer_makes_sense_is_listed_without_a_count() {
        keep("Guasta", false, SearchForm.of("x"), MARIO);
        db.sql("update saved_search set form = '{\"state\": \"dimenticato\", \"oldField\": 1}'")
                .update();

        assertThat(counts(MARIO)).containsExactly("Guasta -1");
    }

    private List<String> counts(Operator who) {
        return saved.counted(cast.as(who)).stream()
                .map(kept -> kept.search().name() + " " + kept.count())
                .toList();
    }

    private void keep(String name, boolean shared, SearchForm form, Operator who) {
        assertThat(keeping.keep(name, shared, form, cast.as(who))).isInstanceOf(Outcome.Done.class);
    }

    private void open(String title, String text) {
        var giulia = cast.as(GIULIA);
        opening.byPortal(giulia, giulia.customer(), new Title(title), new Message("Lampada. " + text), Uploads.NONE);
    }
}
