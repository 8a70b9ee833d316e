package sportello.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The seven keys: each includes only itself, but rw includes them all. */
class GrantsTest {
    private static final GroupId ENERGY = new GroupId(1);
    private static final GroupId LIGHTING = new GroupId(2);

    @ParameterizedTest
    @EnumSource(Permission.class)
    void rw_includes_every_key(Permission wanted) {
        assertThat(grants(Permission.RW).allow(wanted, ENERGY)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Permission.class, mode = EnumSource.Mode.EXCLUDE, names = "RW")
    void every_other_key_includes_only_itself(Permission held) {
        for (var wanted : Permission.values()) {
            assertThat(grants(held).allow(wanted, ENERGY))
                    .as("%s asks for %s", held, wanted)
                    .isEqualTo(held == wanted);
        }
    }

    @Test
    void a_key_counts_only_in_its_own_group() {
        assertThat(grants(Permission.RW).allow(Permission.RO, LIGHTING)).isFalse();
        assertThat(grants(Permission.RW).groupsFor(Permission.RO)).containsExactly(ENERGY);
        assertThat(Grants.NONE.allow(Permission.RO, ENERGY)).isFalse();
    }

    private static Grants grants(Permission held) {
        return new Grants(Map.of(ENERGY, Set.of(held)));
    }
}
