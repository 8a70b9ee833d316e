package sportello.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sportello.notification.Audience;

/** The sentences of the house: complete in both languages, none unused, none missing. */
class MessagesTest {
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9_-]*(?:\\.[a-z0-9_-]+)*\\.?)\"");
    private static final Pattern SPOKEN = Pattern.compile("\\bt\\(\\s*\"([^\"]+[^.\"])\"\\s*[,)]");
    private static final Pattern REFUSED = Pattern.compile("\\b(?:Outcome\\.refused|new Refusal)\\(\\s*\"([^\"]+)\"");

    private final Map<String, String> italian = bundles("it");
    private final Map<String, String> english = bundles("en");
    private final String code = sources();

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(english.keySet()).isEqualTo(italian.keySet());
    }

    @Test
    void both_languages_fill_in_the_same_places() {
        italian.forEach((key, text) ->
                assertThat(places(english.getOrDefault(key, ""))).as(key).isEqualTo(places(text)));
    }

    @Test
    void every_key_is_used() {
        var literals = matches(LITERAL, code).collect(Collectors.toSet());
        var unused = italian.keySet().stream().filter(key -> !isUsed(key, literals));

        assertThat(unused).isEmpty();
    }

    @Test
    void every_used_key_exists() {
        var spoken = matches(SPOKEN, code);
        var refused = matches(REFUSED, code).map(key -> "refusal." + key);

        assertThat(Stream.concat(spoken, refused).filter(key -> !italian.containsKey(key)))
                .isEmpty();
    }

    /** A key whose end comes out of an enum is missed by nobody else until a page breaks. */
    @Test
    void whoever_can_be_told_is_called_alone_and_in_a_crowd() {
        var spoken = Arrays.stream(Audience.values())
                .flatMap(audience -> Stream.of(audience.message(), "told.crowd." + audience.key()));

        assertThat(spoken.filter(key -> !italian.containsKey(key))).isEmpty();
    }

    /** In a message with places, a straight apostrophe would swallow text; the typographic one is also right. */
    @Test
    void apostrophes_are_typographic() {
        Stream.of(italian, english).forEach(texts -> assertThat(texts.values()).noneMatch(text -> text.contains("'")));
    }

    /** A key stands in the code as it is, without its {@code refusal.}, or as a prefix to which the code adds the end. */
    private static boolean isUsed(String key, Set<String> literals) {
        if (literals.contains(key) || literals.contains(key.replaceFirst("^refusal\\.", ""))) return true;
        for (var dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
            if (literals.contains(key.substring(0, dot + 1))) return true;
        }
        return isOfAFamily(key, literals);
    }

    /** As in {@code t(page.key() + ".title")}: the prefix and the end stand apart. */
    private static boolean isOfAFamily(String key, Set<String> literals) {
        return literals.contains(key.substring(0, key.lastIndexOf('.')));
    }

    private static Set<String> places(String text) {
        return matches(PLACE, text).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    private static Map<String, String> bundles(String language) {
        var texts = new TreeMap<String, String>();
        for (var file : files(BUNDLES, "_" + language + ".properties")) {
            var properties = new Properties();
            try (var reader = Files.newBufferedReader(file, UTF_8)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
        }
        return texts;
    }

    private static String sources() {
        var java = files(Path.of("src/main/java"), ".java").stream();
        var templates = files(Path.of("src/main/jte"), ".jte").stream();
        return Stream.concat(java, templates).map(MessagesTest::text).collect(Collectors.joining("\n"));
    }

    private static java.util.List<Path> files(Path folder, String end) {
        try (var walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
