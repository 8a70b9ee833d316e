package sportello.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Whatever a link or a form says of where to go next, nobody is led out of the house: not by an answer, nor by a link or a
 * form on its page. What reads such a word is asked for all of them; a few stand at the doors that lead somewhere, and in
 * the drill many at every door.
 */
class LeadingAwayTest extends RouteWalk {
    private static final String EVIL = "evil.example";
    /** By which a door is told where to go, here or in other houses. */
    private static final List<String> NAMES =
            List.of("target", "from", "back", "return", "returnTo", "next", "url", "redirect", "continue", "after");

    private static final Set<String> LEADING = Set.of(
            "GET /login",
            "POST /login",
            "GET /login/code",
            "POST /login/code",
            "GET /login/factor",
            "POST /login/factor",
            "POST /login/passkey/answer",
            "GET /login/oidc",
            "GET /login/saml",
            "POST /preferences",
            "GET /agent/tickets/layout",
            "POST /agent/tickets/layout",
            "POST /agent/bulks",
            "GET /agent/bulks/{id}",
            "POST /agent/bulks/{id}/undo",
            "GET /tickets/{number}");

    private static final int MANY = 25;

    private static final List<String> PLACES = List.of(
            "//evil.example",
            "///evil.example",
            "////evil.example/..",
            "https://evil.example",
            "http://evil.example",
            "https:/evil.example",
            "https:evil.example",
            "https:\\\\evil.example",
            "ftp://evil.example",
            "javascript:location='//evil.example'",
            "java\tscript:location='//evil.example'",
            "data:text/html,<script>location='//evil.example'</script>",
            "vbscript:evil.example",
            "/\\evil.example",
            "\\/evil.example",
            "\\\\evil.example",
            "/\\/evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "/\r\n/evil.example",
            "/\0/evil.example",
            "/%09/evil.example",
            "/%2F/evil.example",
            "/%5Cevil.example",
            "%2F%2Fevil.example",
            "/\u2028/evil.example",
            "\uFF0F\uFF0Fevil.example",
            "https://localhost@evil.example",
            "https://localhost:8080@evil.example",
            "https://localhost.evil.example",
            "https://evil.example#localhost",
            "//evil.example?localhost",
            "//evil.example\\@localhost",
            "/agent/tickets@evil.example/../..//evil.example",
            "/agent\r\nLocation: https://evil.example",
            "/agent%0d%0aLocation:%20https://evil.example",
            "\"><meta http-equiv=refresh content=\"0;url=//evil.example\">",
            "/agent/tickets\"><a href=\"//evil.example\">");
    private static final List<String> BEFORE = List.of("", " ", "\t", "\0", "%20");
    private static final List<String> BEHIND = List.of("", "/agent", "?x=/agent/tickets");

    private static final Pattern LINK = Pattern.compile(
            "(?:href|action|formaction|src|data-[a-z-]*url[a-z-]*|target)\\s*=\\s*\"([^\"]*)\"|<meta\\s+http-equiv=\"?refresh\"?\\s+content=\"[^\"]*url=([^\"]*)",
            Pattern.CASE_INSENSITIVE);

    /** What stands in a text is shown and leads nowhere, however much it looks like a tag. */
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z](?:[^<>\"]++|\"[^\"]*+\")*+>");

    private final List<String> surprises = new ArrayList<>();

    @Test
    void nobody_is_led_out_of_the_house() {
        var words = few();
        var doors = table.all().stream()
                .filter(route -> LEADING.contains(route.name()))
                .toList();
        assertThat(doors).hasSize(LEADING.size());
        knock(doors, words, (words.size() + doors.size() - 1) / doors.size());
    }

    @Tag("drill")
    @Test
    void nor_at_any_other_door() {
        var doors = table.all().stream().filter(route -> !Walk.isStream(route)).toList();
        knock(doors, words(), MANY);
    }

    @Test
    void what_reads_such_a_word_takes_none_that_leads_away() {
        assertThat(words())
                .allSatisfy(word -> assertThat(LocalTarget.parse(word)
                                .map(LocalTarget::address)
                                .filter(LeadingAwayTest::leadsAway))
                        .as(word)
                        .isEmpty());
    }

    @Test
    void a_link_is_read_in_a_tag_and_not_in_a_text() {
        assertThat(links("<p>«&lt;a href=\"//one\"&gt;» and &lt;a href=\"//two\"></p>"))
                .isEmpty();
        assertThat(
                        links(
                                "<input value=\"/agent\"><a class=x href=\"//three\">\" size=\"9\"><img alt=\">\" src=\"//four\">"))
                .containsExactly("//three", "//four");
    }

    /** Drawn, but each day the same. */
    private static List<String> words() {
        var words = new ArrayList<String>();
        for (var before : BEFORE) for (var place : PLACES) for (var behind : BEHIND) words.add(before + place + behind);
        Collections.shuffle(words, new Random(14));
        return words;
    }

    /** Each place twice, at another door and behind something else each time. */
    private static List<String> few() {
        return IntStream.range(0, 2 * PLACES.size())
                .mapToObj(turn -> BEFORE.get(turn % BEFORE.size())
                        + PLACES.get(turn % PLACES.size())
                        + BEHIND.get(turn % BEHIND.size()))
                .toList();
    }

    /** @param each how many of the words, in turn */
    private void knock(List<Route> doors, List<String> words, int each) {
        var stage = stage();
        var clerk = browser(Subject.AGENT_RW, stage);
        var administrator = browser(Subject.ADMINISTRATOR, stage);
        var customer = browser(Subject.THE_CUSTOMER_USER, stage);
        var turn = 0;
        for (var route : doors) {
            var browser = switch (route.audience()) {
                case AUDITOR, ADMINISTRATOR -> administrator;
                case CUSTOMER -> customer;
                case PERSON, AGENT -> clerk;
                case ANYONE -> csrf();
            };
            for (var i = 0; i < each; i++) knock(route, words.get(turn++ % words.size()), stage, browser);
        }
        assertThat(surprises).isEmpty();
    }

    private void knock(Route route, String word, Stage stage, RequestPostProcessor browser) {
        undone(() -> {
            var good = Walk.to(route, stage).buildRequest(new MockServletContext());
            var values = new TreeMap<>(good.getParameterMap());
            NAMES.forEach(name -> values.put(name, new String[] {word}));
            var request = Resent.as(good, good.getRequestURI(), values)
                    .header(HttpHeaders.REFERER, word)
                    .header("X-Forwarded-Host", EVIL)
                    .header("X-Forwarded-Prefix", "//" + EVIL);
            check(route, word, perform(route, request, browser));
            return true;
        });
    }

    private void check(Route route, String word, MockHttpServletResponse response) {
        Stream.concat(response.getHeaders(HttpHeaders.LOCATION).stream(), links(response))
                .filter(LeadingAwayTest::leadsAway)
                .forEach(link -> surprises.add("%s with «%s» leads to %s".formatted(route.name(), word, link)));
        for (var gap : Armour.gaps(response)) surprises.add(route.name() + " with «" + word + "» lacks " + gap);
        if (response.getStatus() >= 500) surprises.add(route.name() + " breaks at «" + word + "»");
    }

    private static Stream<String> links(MockHttpServletResponse response) {
        try {
            return links(response.getContentAsString());
        } catch (UnsupportedEncodingException never) {
            throw new IllegalStateException(never);
        }
    }

    private static Stream<String> links(String page) {
        return TAG.matcher(page)
                .results()
                .flatMap(tag -> LINK.matcher(tag.group()).results())
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1));
    }

    /** As a browser reads it (WHATWG URL): tabs and line ends are nothing, a backslash is a slash. */
    private static boolean leadsAway(String link) {
        var read = link.replaceAll("[\\t\\r\\n]", "")
                .replaceFirst("^[\\x00-\\x20]+", "")
                .replace('\\', '/')
                .toLowerCase(Locale.ROOT);
        if (!read.contains(EVIL)) return false;
        var address = read.split("[?#]", 2)[0];
        return address.startsWith("//") || address.matches("[a-z][a-z0-9+.-]*:.*") || read.startsWith("javascript:");
    }
}
