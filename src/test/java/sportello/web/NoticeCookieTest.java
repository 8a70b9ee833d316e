package sportello.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class NoticeCookieTest {
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void a_notice_survives_one_redirect() {
        var notice = Notice.of("ticket.moved", "Energia::Impianti termici", "Là, «già»")
                .about(42);

        assertThat(NoticeCookie.take(requestWith(written(notice)), response)).contains(notice);
    }

    @Test
    void a_notice_is_read_once() {
        NoticeCookie.take(requestWith(written(Notice.of("ticket.locked"))), response);

        assertThat(response.getCookie("notice").getMaxAge()).isZero();
    }

    @Test
    void a_page_that_is_only_prefetched_leaves_the_notice() {
        var prefetch = requestWith(written(Notice.of("ticket.locked")));
        prefetch.addHeader("X-Sec-Purpose", "prefetch");

        assertThat(NoticeCookie.take(prefetch, response)).isEmpty();
        assertThat(response.getCookie("notice")).isNull();
    }

    @Test
    void scripts_cannot_read_it() {
        assertThat(written(Notice.of("ticket.locked")).isHttpOnly()).isTrue();
    }

    @Test
    void a_forged_cookie_says_nothing() {
        for (var forged : new String[] {"%%%", "AAAA", "a".repeat(5_000), ""}) {
            assertThat(NoticeCookie.take(requestWith(new Cookie("notice", forged)), response))
                    .as(forged)
                    .isEmpty();
        }
    }

    @Test
    void a_very_long_argument_is_shortened() {
        var taken = NoticeCookie.take(requestWith(written(Notice.of("ticket.moved", "x".repeat(9_000)))), response);

        assertThat(taken.orElseThrow().arguments().getFirst()).hasSize(200).endsWith("…");
    }

    private Cookie written(Notice notice) {
        var written = new MockHttpServletResponse();
        NoticeCookie.write(notice, request, written);
        return written.getCookie("notice");
    }

    private static MockHttpServletRequest requestWith(Cookie cookie) {
        var request = new MockHttpServletRequest();
        request.setCookies(cookie);
        return request;
    }
}
