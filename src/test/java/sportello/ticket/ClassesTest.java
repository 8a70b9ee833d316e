package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sportello.base.Outcome;

class ClassesTest {
    private static final Choice FAULT = new Choice(1, "Guasto");
    private static final Choice WATER = new Choice(2, "Acquedotto");
    private static final Choice LEAKS = new Choice(3, "Acquedotto › Perdite");
    private static final OfferedClasses OFFERED = new OfferedClasses(List.of(FAULT), List.of(WATER, LEAKS));

    @Test
    void a_service_is_known_by_its_full_name_and_as_otrs_writes_it() {
        assertThat(OFFERED.service("acquedotto › perdite")).contains(LEAKS);
        assertThat(OFFERED.service("Acquedotto::Perdite")).contains(LEAKS);
        assertThat(OFFERED.service("Perdite")).isEmpty();
        assertThat(OFFERED.type("GUASTO")).contains(FAULT);
    }

    @Test
    void what_a_ticket_has_is_offered_once_even_if_nobody_else_can_choose_it() {
        var gone = new Choice(4, "Rifiuti");
        assertThat(OFFERED.beside(new Classes(FAULT, gone)))
                .isEqualTo(new OfferedClasses(List.of(FAULT), List.of(WATER, LEAKS, gone)));
        assertThat(OFFERED.beside(Classes.NONE)).isEqualTo(OFFERED);
    }

    @Test
    void only_what_there_is_is_asked() {
        assertThat(OFFERED.asked()).isEqualTo(new AskedClasses(true, true));
        assertThat(OfferedClasses.NONE.asked().areNone()).isTrue();
        assertThat(new AskedClasses(true, true).key()).isEqualTo("classes");
        assertThat(new AskedClasses(true, false).key()).isEqualTo("type");
        assertThat(new AskedClasses(false, true).key()).isEqualTo("service");
    }

    @Test
    void nothing_said_is_wanted_as_none_and_not_as_whatever_it_is() {
        assertThat(WantedClasses.of(new Classes(null, LEAKS))).isEqualTo(new WantedClasses(0L, 3L));
        assertThat(WantedClasses.NONE.ofType(null)).isEqualTo(new WantedClasses(0L, null));
        assertThat(WantedClasses.NONE.forService(WATER)).isEqualTo(new WantedClasses(null, 2L));
    }

    @Test
    void a_name_tells_where_something_stands_in_the_tree() {
        var water = kept(2, "Acquedotto", null);
        var street = kept(5, "Acquedotto › Perdite › In strada", 3L);
        assertThat(street.shortName()).isEqualTo("In strada");
        assertThat(street.depth()).isEqualTo(2);
        assertThat(water.shortName()).isEqualTo("Acquedotto");
        assertThat(water.depth()).isZero();
        assertThat(street.isWithin(water)).isTrue();
        assertThat(water.isWithin(water)).isTrue();
        assertThat(water.isWithin(street)).isFalse();
        assertThat(kept(6, "Acquedotto nuovo", null).isWithin(water)).isFalse();
    }

    @Test
    void a_list_that_is_no_tree_keeps_neither_note_nor_place() {
        var typed = new ChoiceSettings(" Guasto:: grave ", 7L, "Nota", true, true);
        assertThat(typed.checked(ChoiceList.TYPES))
                .isEqualTo(Outcome.done(new ChoiceSettings("Guasto:: grave", null, "", false, true)));
        assertThat(typed.checked(ChoiceList.SERVICES)).isEqualTo(Outcome.refused("services.signs", "›"));
    }

    private static KeptChoice kept(long id, String name, Long parent) {
        return new KeptChoice(id, name, parent, "", false, true, 0, 0);
    }
}
