package sportello.privacy;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import sportello.Edge;
import sportello.base.Language;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUser;
import sportello.customer.CustomerUserId;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {

    @Test
    void a_name_and_a_login_mean_somebody_from_so_many_letters_on() throws Exception {
        var shortest = Edge.of("privacy/PersonWords.SHORTEST");
        shortest.isTheFirst(length -> isHidden("Q".repeat(length), "", "", "Q".repeat(length)));
        shortest.isTheFirst(length -> isHidden("Q", "7".repeat(length), "", "7".repeat(length)));
    }

    @Test
    void a_telephone_means_somebody_from_so_many_digits_on() throws Exception {
        Edge.of("privacy/PersonWords.SHORTEST_PHONE")
                .isTheFirst(length -> isHidden("Q", "", "7".repeat(length), "7".repeat(length)));
    }

    private static boolean isHidden(String firstName, String login, String phone, String said) {
        var person = new CustomerUser(
                new CustomerUserId(1),
                login,
                new CustomerId(1),
                firstName,
                "Z",
                "a@b.example",
                phone,
                Language.ITALIAN,
                ZoneId.of("Europe/Rome"),
                true,
                true,
                "",
                1);
        return new PersonWords(person, List.of(), List.of())
                .near("#")
                .of("Dice " + said + " oggi")
                .equals("Dice # oggi");
    }
}
