package sportello.postmaster;

import java.util.List;
import org.junit.jupiter.api.Test;
import sportello.Edge;
import sportello.postmaster.MailFilter.Match;
import sportello.postmaster.MailFilter.Setting;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {

    @Test
    void the_number_of_another_house_has_so_many_signs() throws Exception {
        var filter = new MailFilter(
                "Fornitore",
                false,
                true,
                List.of(),
                List.of(new Setting(Setting.LEADS_BY, "numero"), new Setting(Setting.OF_FIELD + "numero", "$1")));
        Edge.of("postmaster/MailFilter.LONGEST_NUMBER")
                .isTheLast(length ->
                        filter.leading(new Match(List.of("7".repeat(length)))).isPresent());
    }
}
