package sportello.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExternalDatabaseTest {

    @Test
    void the_operators_own_server_is_used_as_it_is() {
        var fresh = TestDatabase.fresh();
        var access = new Access(fresh.url(), fresh.user(), fresh.password());

        try (var database = ExternalDatabase.at(access)) {
            assertThat(database.access()).isEqualTo(access);
        }
        assertThatCode(() -> ExternalDatabase.at(access))
                .as("closing leaves the server running")
                .doesNotThrowAnyException();
    }

    @Test
    void a_server_that_is_too_old_is_refused_with_both_versions() {
        var access = new Access("jdbc:postgresql://db/desk", "desk", "sesamo");

        assertThatThrownBy(() -> ExternalDatabase.checkVersion(15, access))
                .isInstanceOfSatisfying(
                        DatabaseFailure.class,
                        failure -> assertThat(failure.advice()).contains("PostgreSQL 16 or newer"))
                .hasMessageContaining("jdbc:postgresql://db/desk is PostgreSQL 15");
        assertThatCode(() -> ExternalDatabase.checkVersion(16, access)).doesNotThrowAnyException();
    }

    @Test
    void a_server_out_of_reach_is_explained_without_the_password() {
        var access = new Access("jdbc:postgresql://127.0.0.1:1/desk", "desk", "sesamo");

        assertThatThrownBy(() -> ExternalDatabase.at(access))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/desk cannot be reached")
                .hasMessageNotContaining("sesamo");
    }
}
