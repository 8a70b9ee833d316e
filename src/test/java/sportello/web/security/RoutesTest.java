package sportello.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import org.junit.jupiter.api.Test;

class RoutesTest {
    private final Routes routes = new Routes("""
            # method route          who            relation
            GET   /things/{id}      agent          ro
            GET   /things/new       administrator  create

            POST  /things           agent          create
            GET   /files/**         anyone         -
            """);

    @Test
    void the_narrowest_pattern_decides() {
        assertThat(routes.at(GET, "/things/new"))
                .get()
                .extracting(Route::audience)
                .isEqualTo(Audience.ADMINISTRATOR);
        assertThat(routes.at(GET, "/things/7"))
                .get()
                .extracting(Route::relation)
                .isEqualTo(Relation.RO);
        assertThat(routes.at(GET, "/files/a/b.css")).isPresent();
    }

    @Test
    void what_is_not_in_the_table_is_no_route() {
        assertThat(routes.at(GET, "/things")).isEmpty();
        assertThat(routes.at(POST, "/things/7")).isEmpty();
        assertThat(routes.at(DELETE, "/things/7")).isEmpty();
        assertThat(routes.at(GET, "/things/7/")).isEmpty();
        assertThat(routes.at(GET, "/THINGS/7")).isEmpty();
    }

    @Test
    void asking_for_the_head_alone_is_asking() {
        assertThat(routes.at(HEAD, "/things/7")).isPresent();
    }

    @Test
    void a_fifth_word_asks_for_the_password_again() {
        var table = new Routes("POST /roles agent - proven\nPOST /notes agent -");
        assertThat(table.at(POST, "/roles")).get().matches(Route::proven);
        assertThat(table.at(POST, "/notes")).get().matches(route -> !route.proven());
        assertThat(new Routes("GET /api/me person self token").at(GET, "/api/me"))
                .get()
                .matches(Route::token);
        assertThatThrownBy(() -> new Routes("POST /x agent - sometimes")).hasMessageContaining("Not a route");
    }

    @Test
    void a_line_that_says_something_else_stops_the_program() {
        assertThatThrownBy(() -> new Routes("GET /x agent")).hasMessageContaining("Not a route");
        assertThatThrownBy(() -> new Routes("GET /x everybody -")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Routes("GET /x agent superuser")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Routes("GET /x agent -\nGET /x anyone -")).hasMessageContaining("twice");
    }
}
