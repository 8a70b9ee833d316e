package sportello.web.security;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each permission opens the doors whose key it is, and no other. */
class KeyWalkTest extends RouteWalk {
    static final String ONE_KEY =
            "AGENT_(RO|MOVE_INTO|CREATE|NOTE|OWNER|PRIORITY|COMPOSE|PHONE|CLOSE|PENDING|RESPONSIBLE|CUSTOMER|RW)";

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ONE_KEY)
    void every_door_opens_with_its_key_and_with_no_other(Subject subject) {
        walk(subject, subject.holdsOneAction() ? aboutTickets() : table.all());
    }

    /** A key for one action alone makes no difference at the other doors, which are the readers' as well. */
    private List<Route> aboutTickets() {
        return table.all().stream()
                .filter(route -> route.relation().compareTo(Relation.RO) >= 0)
                .toList();
    }
}
