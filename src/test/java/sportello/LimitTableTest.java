package sportello;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sportello.LimitRow.Proof;

/**
 * Every limit of the program stands in {@code limits.txt} with its value and with how it is tried at its edge: whatever is
 * called like one, and whatever is of a type that is.
 */
class LimitTableTest {
    private static final Path PROGRAM = Path.of("target/classes");
    private static final Pattern LIMIT = Pattern.compile(
            "(.*_)?(MOST|LONGEST|LARGEST|SHORTEST|DEEPEST|FEWEST|LEAST|HIGHEST"
                    + "|MAX|MAXIMUM|LIMIT|TRIES|TOO_MANY|AT_ONCE|AT_A_TIME|TOGETHER|ALTOGETHER|PATIENCE|GOOD_FOR)(_.*)?");

    @Test
    void every_limit_stands_in_the_table_with_its_value_and_no_other_does() throws Exception {
        var named = new TreeMap<String, String>();
        LimitRow.all()
                .forEach(row -> assertThat(named.put(row.name(), row.value()))
                        .as("twice in the table: " + row.name())
                        .isNull());
        assertThat(named).containsExactlyInAnyOrderEntriesOf(limits());
    }

    @Test
    void every_test_that_is_named_is_there() {
        assertThat(LimitRow.all().stream()
                        .filter(row ->
                                row.proof() == Proof.TEST && !isThere(row.rest().getFirst())))
                .isEmpty();
    }

    private static boolean isThere(String test) {
        var dot = test.lastIndexOf('.');
        try {
            var type =
                    Class.forName("sportello." + test.substring(0, dot), false, LimitTableTest.class.getClassLoader());
            return Arrays.stream(type.getDeclaredMethods())
                    .anyMatch(method -> method.getName().equals(test.substring(dot + 1)));
        } catch (ClassNotFoundException gone) {
            return false;
        }
    }

    private static Map<String, String> limits() throws IOException, ReflectiveOperationException {
        var limits = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(PROGRAM.resolve("sportello"))) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".class")).toList()) {
                var name = PROGRAM.relativize(file).toString().replaceFirst("\\.class$", "");
                var type = Class.forName(name.replace('/', '.'), false, LimitTableTest.class.getClassLoader());
                for (var field : type.getDeclaredFields())
                    if (isLimit(field))
                        limits.put(name.substring("sportello/".length()) + "." + field.getName(), value(field));
            }
        }
        return limits;
    }

    private static boolean isLimit(Field field) {
        if (!Modifier.isStatic(field.getModifiers()) || !Modifier.isFinal(field.getModifiers())) return false;
        var type = field.getType();
        var counts = type == int.class || type == long.class || type == Duration.class;
        return counts && LIMIT.matcher(field.getName()).matches()
                || type.getName().matches("sportello\\.(identity\\.Limit|mime\\.Limits)");
    }

    private static String value(Field field) throws ReflectiveOperationException {
        field.setAccessible(true);
        return String.valueOf(field.get(null)).replace(" ", "");
    }
}
