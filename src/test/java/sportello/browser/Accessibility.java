package sportello.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Nothing on a page keeps people out (WCAG 2.2 A and AA, as far as a machine can see). The rules are axe-core's, asked
 * only for what they find amiss. Two of them measure what is drawn, which takes most of the time: they are asked where
 * something is drawn that this run has not seen yet in the same light and width. Left out is what came by mail, where no
 * script runs.
 */
final class Accessibility {
    private static final String RULES = read("/axe.min.js");

    private static final String LOADED = "typeof axe === 'object'";

    /** How things look is decided by what they are, what stands around them, and the light and the width. */
    private static final String DRAWN = """
            part => {
              const kind = it => it ? it.localName + "." + it.className + (it.disabled ? "!" : "") : ""
              const around = matchMedia("(prefers-color-scheme: dark)").matches + " " + (innerWidth < 900) + " "
              const all = document.querySelector(part).querySelectorAll("*")
              return [...new Set([...all].map(it => around + kind(it.parentElement) + " > " + kind(it)))]
            }
            """;

    private static final String RUN = """
            async ({ part, drawn }) => {
              const measuring = drawn ? {} : { "color-contrast": { enabled: false }, "target-size": { enabled: false } }
              const amiss = await axe.run(
                { include: [part], exclude: [["iframe[loading=lazy]"]] },
                { resultTypes: ["violations"], preload: false, rules: measuring,
                  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
              return amiss.violations.flatMap(rule => rule.nodes.map(node => rule.id + ": " + node.html))
            }
            """;

    private static final Set<Object> SEEN = new HashSet<>();

    private Accessibility() {}

    static void of(Page page, String part) {
        if (!(boolean) page.evaluate(LOADED)) page.evaluate(RULES);
        var drawn = SEEN.addAll((List<?>) page.evaluate(DRAWN, part));
        assertThat((List<?>) page.evaluate(RUN, Map.of("part", part, "drawn", drawn)))
                .as(page.url())
                .isEmpty();
    }

    private static String read(String resource) {
        try (var rules = AxeBuilder.class.getResourceAsStream(resource)) {
            return new String(rules.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
