package sportello.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import sportello.LimitRow;

/**
 * The limits of {@code limits.txt} that a form meets: one less is taken and the limit itself, one more is refused on the
 * page of the form, in words, with what was typed in its place; a text that is too long is marked there, and has words of its
 * own.
 */
class LimitsAtTheDoorTest extends RouteWalk {
    private final List<String> surprises = new ArrayList<>();
    private RequestPostProcessor administrator;
    private RequestPostProcessor clerk;
    private RequestPostProcessor customer;

    @Test
    void one_less_is_taken_and_the_limit_itself_and_one_more_is_refused() {
        var stage = stage();
        administrator = browser(Subject.ADMINISTRATOR, stage);
        clerk = browser(Subject.AGENT_RW, stage);
        customer = browser(Subject.THE_CUSTOMER_USER, stage);
        for (var row : LimitRow.all()) {
            switch (row.proof()) {
                case AT -> at(row, stage, length -> text(length, row.entry()), 1);
                case LEAST -> at(row, stage, length -> text(length, row.entry()), -1);
                case UPTO -> at(row, stage, Integer::toString, 1);
                case FROM -> at(row, stage, Integer::toString, -1);
                case LIST -> at(row, stage, many -> entries(many, row.entry()), 1);
                case TEST, HOUSE -> {}
            }
        }
        assertThat(surprises).isEmpty();
    }

    private static String text(int length, String form) {
        return form.replace("#", "x".repeat(length - form.length() + 1));
    }

    private static String entries(int many, String entry) {
        return IntStream.range(0, many)
                .mapToObj(number -> entry.replace("#", "" + (1000 + number)))
                .collect(Collectors.joining("\n"));
    }

    /** @param beyond the way out of what is allowed */
    private void at(LimitRow row, Stage stage, IntFunction<String> value, int beyond) {
        var route = table.all().stream()
                .filter(known -> known.name().equals(row.door()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No route " + row.door()));
        var limit = Integer.parseInt(row.value());
        expect(Fate.ADMITTED, row, route, stage, value.apply(limit - beyond));
        expect(Fate.ADMITTED, row, route, stage, value.apply(limit));
        expect(Fate.REFUSED, row, route, stage, value.apply(limit + beyond));
    }

    private void expect(Fate promised, LimitRow row, Route route, Stage stage, String value) {
        var response = undone(() -> {
            var good = Walk.to(route, stage).buildRequest(new MockServletContext());
            var values = new TreeMap<>(good.getParameterMap());
            values.put(row.field(), new String[] {value});
            row.others().forEach((name, other) -> values.put(name, new String[] {other}));
            return perform(route, Resent.as(good, good.getRequestURI(), values), browser(route));
        });
        var length = value.length() > 20 ? value.length() + " signs" : value;
        if (Fate.of(response) != promised)
            surprises.add("%s: %s at %s, found %d".formatted(row.name(), promised, length, response.getStatus()));
        else if (promised == Fate.REFUSED && !says(response))
            surprises.add("%s: refused without a word: %d".formatted(row.name(), response.getStatus()));
        else if (promised == Fate.REFUSED && row.proof() == LimitRow.Proof.AT)
            amiss(page(response), row, value).forEach(what -> surprises.add(row.name() + what));
    }

    private static boolean says(MockHttpServletResponse response) {
        return response.getStatus() == 422 && page(response).contains("role=\"alert\"");
    }

    /**
     * What is not as it should be at the field: the mark, the words that belong to it, what was typed, and how much browsers
     * let people type. A secret comes back to nobody, so there the sentence for all of the form has to do.
     */
    private static List<String> amiss(String page, LimitRow row, String typed) {
        var controls = Pattern.compile(
                        "<(?:input|textarea)\\b[^>]*?\\sname=\"" + Pattern.quote(row.field()) + "\"[^>]*>[^<]*")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .filter(control -> !control.contains("type=\"hidden\""))
                .toList();
        if (controls.isEmpty()) return List.of(": no field " + row.field());
        if (controls.stream().allMatch(control -> control.contains("type=\"password\""))) return List.of();
        return controls.stream()
                .map(control -> amiss(control, page, row, typed))
                .min(Comparator.comparing(List::size))
                .get();
    }

    private static List<String> amiss(String tag, String page, LimitRow row, String typed) {
        var amiss = new ArrayList<String>();
        var words =
                Pattern.compile("aria-describedby=\"(?:[^\"]* )?([^\" ]+)\"").matcher(tag);
        if (!tag.contains("aria-invalid=\"true\"")) amiss.add(": no mark at " + row.field());
        else if (!words.find() || !page.contains("id=\"" + words.group(1) + "\""))
            amiss.add(": no words at " + row.field());
        if (!tag.contains(typed)) amiss.add(": nothing kept at " + row.field());
        if (tag.startsWith("<input") && !tag.contains(" maxlength=\"" + row.value() + "\""))
            amiss.add(": another length at " + row.field() + " " + tag.replaceAll("(?s).*(maxlength=\"\\d+).*", "$1"));
        return amiss;
    }

    private static String page(MockHttpServletResponse response) {
        try {
            return response.getContentAsString();
        } catch (UnsupportedEncodingException never) {
            throw new IllegalStateException(never);
        }
    }

    private RequestPostProcessor browser(Route route) {
        return switch (route.audience()) {
            case AUDITOR, ADMINISTRATOR -> administrator;
            case CUSTOMER -> customer;
            case PERSON, AGENT, ANYONE -> clerk;
        };
    }
}
