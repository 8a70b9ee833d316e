package sportello.field;

import java.util.regex.Pattern;

/**
 * Somebody of the registers whom a field names.
 *
 * @param key the log-in of an agent, the code of an organisation
 */
public record Named(long id, String key, String name) {
    private static final Pattern TYPED = Pattern.compile(".*\\(([^()]+)\\)");

    /** As it stands in a form and is understood there. */
    public static String typed(String key, String name) {
        return name + " (" + key + ")";
    }

    String typed() {
        return typed(key, name);
    }

    /** Whoever writes no more than a key or a name means that. */
    public static String keyIn(String typed) {
        var whole = TYPED.matcher(typed);
        return whole.matches() ? whole.group(1) : typed;
    }

    boolean isCalled(String typed) {
        return key.equalsIgnoreCase(keyIn(typed)) || name.equalsIgnoreCase(typed);
    }
}
