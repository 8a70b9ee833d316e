package sportello.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sportello.base.Outcome;
import sportello.field.TypedOptions.Line;

/** How a tree of options is read from the lines in which it was typed. */
class OptionTreeTest {

    @Test
    void each_stands_behind_the_one_above_it_which_needs_no_line_of_its_own() {
        assertThat(names("Rete > Linea > Cabina\nSede\nRete::Perdite\nRete › Linea › Palo"))
                .containsExactly(
                        "Rete",
                        "Rete › Linea",
                        "Rete › Linea › Cabina",
                        "Rete › Linea › Palo",
                        "Rete › Perdite",
                        "Sede");
    }

    @Test
    void what_hangs_below_one_that_is_called_otherwise_moves_along() {
        var tree = checked("Rete => Reti\nRete > Linea\nRete > Linea > Cabina => Reti > Linea > Box");
        assertThat(tree)
                .isEqualTo(Outcome.done(new TypedOptions(List.of(
                        new Line("Rete", "Reti"),
                        new Line("Reti › Linea", "Reti › Linea"),
                        new Line("Rete › Linea › Cabina", "Reti › Linea › Box")))));
    }

    @Test
    void of_two_branches_that_are_called_otherwise_the_nearer_one_counts() {
        var tree = checked("Rete => Reti\nRete > Linea => Reti > Condotta\nRete > Linea > Cabina");
        assertThat(tree instanceof Outcome.Done<TypedOptions>(var typed) ? typed.names() : List.of())
                .containsExactly("Reti", "Reti › Condotta", "Reti › Condotta › Cabina");
    }

    @Test
    void it_is_not_too_deep_and_nothing_stands_in_it_twice() {
        assertThat(refusal("a > b > c > d > e > f")).isEqualTo("fields.option_deep");
        assertThat(refusal("Rete > Linea\nrete > linea")).isEqualTo("fields.option_twice");
    }

    @Test
    void in_a_list_each_is_called_by_its_own_name_below_the_one_above_it() {
        var all = List.of(new Option(1, "Rete"), new Option(2, "Rete › Linea"), new Option(3, "Sede › Porta"));
        assertThat(all.stream().map(option -> option.within(all)))
                .containsExactly("Rete", "\u00a0\u00a0\u00a0Linea", "Sede › Porta");
    }

    private static Outcome<TypedOptions> checked(String typed) {
        return TypedOptions.of(typed).checked(Kind.TREE);
    }

    private static List<String> names(String typed) {
        return checked(typed) instanceof Outcome.Done<TypedOptions>(var tree) ? tree.names() : List.of();
    }

    private static String refusal(String typed) {
        return checked(typed) instanceof Outcome.Refused<?>(var why) ? why.message() : "";
    }
}
