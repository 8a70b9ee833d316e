package sportello.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import sportello.web.security.CookieRules;

class NoticeCookieTest {
    private static final String NAME = "sportello-notice";

    private final NoticeCookie notices = new NoticeCookie(new CookieRules(URI.create("http://desk")));
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void a_notice_survives_one_redirect() {
        var notice = Notice.of("ticket.moved", "Energia::Impianti termici", "Là, «già»")
                .about(42);

        assertThat(notices.take(requestWith(written(notice)), response)).contains(notice);
    }

    @Test
    void a_notice_is_read_once() {
        notices.take(requestWith(written(Notice.of("ticket.locked"))), response);

        assertThat(response.getCookie(NAME).getMaxAge()).isZero();
    }

    @Test
    void a_page_that_is_only_prefetched_leaves_the_notice() {
        var prefetch = requestWith(written(Notice.of("ticket.locked")));
        prefetch.addHeader("X-Sec-Purpose", "prefetch");

        assertThat(notices.take(prefetch, response)).isEmpty();
        assertThat(response.getCookie(NAME)).isNull();
    }

    @Test
    void scripts_cannot_read_it() {
        assertThat(written(Notice.of("ticket.locked")).isHttpOnly()).isTrue();
    }

    @Test
    void a_forged_cookie_says_nothing() {
        for (var forged : new String[] {"%%%", "AAAA", "a".repeat(5_000), ""}) {
            assertThat(notices.take(requestWith(new Cookie(NAME, forged)), response))
                    .as(forged)
                    .isEmpty();
        }
    }

    @Test
    void a_very_long_argument_is_shortened() {
        var taken = notices.take(requestWith(written(Notice.of("ticket.moved", "x".repeat(9_000)))), response);

        assertThat(taken.orElseThrow().arguments().getFirst()).hasSize(200).endsWith("…");
    }

    private Cookie written(Notice notice) {
        var written = new MockHttpServletResponse();
        notices.write(notice, written);
        return written.getCookie(NAME);
    }

    private static MockHttpServletRequest requestWith(Cookie cookie) {
        var request = new MockHttpServletRequest();
        request.setCookies(cookie);
        return request;
    }
}
