package sportello.field;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sportello.base.Language;

/**
 * Fields as somebody filled them in.
 *
 * @param screen where they were asked, null where nobody was
 * @param typed by their keys; what is not there was not asked
 */
public record TypedFields(@Nullable Screen screen, Map<String, String> typed, Reader reader) {
    /** Nobody was asked. */
    public static final TypedFields NONE =
            new TypedFields(null, Map.of(), new Reader(Language.ITALIAN, ZoneOffset.UTC));

    private static final String BEFORE = "fields[";
    private static final String AFTER = "]";

    public TypedFields {
        typed = Map.copyOf(typed);
    }

    /** Whether something is typed into the field; a form sends commas between boxes that nobody ticked. */
    boolean isFilled(Field field) {
        return !typed.getOrDefault(field.key(), "").replace(",", "").isBlank();
    }

    /** All in one text, the same for the same words. */
    public String said() {
        return new TreeMap<>(typed)
                .entrySet().stream()
                        .map(one -> one.getKey() + '=' + one.getValue())
                        .collect(Collectors.joining("\0"));
    }

    /** As they are kept among the other fields of a form. */
    public static Map<String, String> named(Map<String, String> typed) {
        var named = new HashMap<String, String>();
        typed.forEach((key, words) -> named.put(input(key), words));
        return named;
    }

    /** Those that are kept among the other fields of a form. */
    public static Map<String, String> among(Map<String, String> content) {
        return content.entrySet().stream()
                .filter(one -> one.getKey().startsWith(BEFORE) && one.getKey().endsWith(AFTER))
                .collect(Collectors.toMap(
                        one -> one.getKey()
                                .substring(BEFORE.length(), one.getKey().length() - AFTER.length()),
                        Map.Entry::getValue));
    }

    /** What the input of a field is called in a form. */
    public static String input(String key) {
        return BEFORE + key + AFTER;
    }
}
