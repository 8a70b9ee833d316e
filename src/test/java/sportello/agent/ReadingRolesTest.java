package sportello.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;

/** Quality and oversight see the work of others and change nothing. */
@SportelloTest
@Transactional
class ReadingRolesTest {
    @Autowired
    JdbcClient db;

    private Cast cast;

    @BeforeEach
    void cast() {
        cast = Cast.onStage(db);
    }

    @Test
    void who_has_one_keeps_of_all_keys_only_the_right_to_read() {
        var before = cast.as(LAURA).grants();
        var colleague = cast.as(CARLA).grants();
        assertThat(before.allowAnywhere(Permission.NOTE)).isTrue();
        give(true);

        var grants = cast.as(LAURA).grants();
        assertThat(grants.byGroup().values())
                .isNotEmpty()
                .allMatch(keys -> keys.equals(java.util.Set.of(Permission.RO)));
        assertThat(grants.groupsFor(Permission.RO))
                .containsExactlyInAnyOrderElementsOf(before.groupsFor(Permission.RO));
        assertThat(cast.as(CARLA).grants()).isEqualTo(colleague);
    }

    @Test
    void a_role_that_is_not_valid_binds_nobody() {
        var before = cast.as(LAURA).grants();
        give(false);
        assertThat(cast.as(LAURA).grants()).isEqualTo(before);
    }

    private void give(boolean valid) {
        db.sql("""
                with reading as (
                    insert into role (name, reads_only, valid) values ('Qualità', true, :valid) returning id)
                insert into agent_role (agent_id, role_id) select :agent, id from reading
                """).param("valid", valid).param("agent", cast.id(LAURA).value()).update();
    }
}
