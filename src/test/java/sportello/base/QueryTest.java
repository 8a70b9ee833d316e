package sportello.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryTest {

    @Test
    void what_is_said_keeps_its_order_and_its_signs() {
        var query = Query.EMPTY.with("q", "città & C.").with("state", "").with("before", "12");

        assertThat(query.text()).isEqualTo("q=citt%C3%A0+%26+C.&before=12");
        assertThat(query.after("/search")).isEqualTo("/search?q=citt%C3%A0+%26+C.&before=12");
        assertThat(query.after("/search?a=b")).startsWith("/search?a=b&q=");
    }

    @Test
    void where_nothing_is_asked_the_address_stays_as_it_is() {
        assertThat(Query.EMPTY.with("target", "").after("/login")).isEqualTo("/login");
    }
}
