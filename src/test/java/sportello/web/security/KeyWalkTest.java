package sportello.web.security;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each permission opens the doors whose key it is, and no other. */
class KeyWalkTest extends RouteWalk {
    static final String ONE_KEY = "AGENT_(RO|MOVE_INTO|CREATE|NOTE|OWNER|PRIORITY|RW)";

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ONE_KEY)
    void every_door_opens_with_its_key_and_with_no_other(Subject subject) {
        walk(subject);
    }
}
