package sportello.field;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sportello.Edge;
import sportello.base.Language;
import sportello.base.Outcome;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {

    @Test
    void so_long_a_text_may_name_an_option() throws Exception {
        var options = List.of(new Option(1, "Gas"));
        Edge.of("field/NamedValue.LONGEST")
                .isTheLast(length -> NamedValue.typed(field(Kind.CHOICE), options, "Gas" + " ".repeat(length - 3))
                        .equals("1"));
    }

    @Test
    void so_many_options_hang_below_each_other() throws Exception {
        Edge.of("field/OptionTree.DEEPEST")
                .isTheLast(many ->
                        TypedOptions.of("Rete" + "::Ramo".repeat(many - 1)).checked(Kind.TREE) instanceof Outcome.Done);
    }

    @Test
    void a_number_has_so_many_signs() throws Exception {
        for (var kind : List.of(Kind.NUMBER, Kind.MONEY))
            Edge.of("field/Reading.LONGEST_NUMBER")
                    .isTheLast(length ->
                            new Reading(field(kind), List.of(), new Reader(Language.ITALIAN, ZoneId.of("Europe/Rome")))
                                            .read("1" + " ".repeat(length - 2) + "0")
                                    instanceof Outcome.Done);
    }

    private static Field field(Kind kind) {
        var label = new Label("Esito", "Outcome");
        return new Field(new FieldId(1), Subject.TICKET, "Esito", kind, label, label, Limits.NONE, List.of(), Map.of());
    }
}
