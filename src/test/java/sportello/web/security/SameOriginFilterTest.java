package sportello.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SameOriginFilterTest {
    private final SameOriginFilter filter = new SameOriginFilter(URI.create("https://desk.example"), request -> false);

    @ParameterizedTest
    @CsvSource({
        "same-origin, https://desk.example",
        "none,",
        ", https://desk.example",
        ", HTTPS://Desk.example",
        ", http://inside:8080",
        ","
    })
    void our_own_pages_may_change_things(@Nullable String site, @Nullable String origin) throws Exception {
        assertThat(status("POST", site, origin)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "cross-site, https://evil.example",
        "cross-site, https://desk.example",
        "same-site, https://other.desk.example",
        ", https://evil.example",
        ", https://desk.example.evil.example",
        ", https://desk.example:8443",
        ", http://desk.example",
        ", https://evil.example/inside:8080",
        ", null",
        ", ''"
    })
    void pages_of_others_may_not(@Nullable String site, @Nullable String origin) throws Exception {
        for (var method : new String[] {"POST", "PUT", "PATCH", "DELETE"})
            assertThat(status(method, site, origin)).as(method).isEqualTo(403);
    }

    @Test
    void a_link_from_elsewhere_may_lead_here() throws Exception {
        assertThat(status("GET", "cross-site", null)).isEqualTo(200);
    }

    private int status(String method, @Nullable String site, @Nullable String origin) throws Exception {
        var request = new MockHttpServletRequest(method, "/logout");
        request.addHeader("Host", "inside:8080");
        if (site != null) request.addHeader("Sec-Fetch-Site", site);
        if (origin != null) request.addHeader("Origin", origin);
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
