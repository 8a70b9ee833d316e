package sportello.queue;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Locale;

/**
 * One thing that a routing rule asks of a request. Upper and lower case are alike. Regular expressions are RE2's: their
 * time is linear in the text, whoever wrote them; one that cannot be read never holds, whatever is asked.
 *
 * @param negated whether the opposite is asked for
 */
public record RoutingCondition(Field field, Operator operator, String value, boolean negated) {

    /** What is looked at. */
    public enum Field {
        CHANNEL,
        RECIPIENT,
        SENDER,
        CUSTOMER,
        SERVICE,
        SUBJECT,
        BODY;

        /** As it is stored, and for the messages. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Field of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** How it is compared. */
    public enum Operator {
        IS,
        CONTAINS,
        STARTS_WITH,
        ENDS_WITH,
        MATCHES;

        /** As it is stored, and for the messages. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Operator of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    boolean holds(Incoming request) {
        try {
            return compare(textOf(request)) != negated;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private boolean compare(String text) {
        var actual = text.toLowerCase(Locale.ROOT);
        var wanted = value.toLowerCase(Locale.ROOT);
        return switch (operator) {
            case IS -> actual.equals(wanted);
            case CONTAINS -> actual.contains(wanted);
            case STARTS_WITH -> actual.startsWith(wanted);
            case ENDS_WITH -> actual.endsWith(wanted);
            case MATCHES ->
                Pattern.compile(value, Pattern.CASE_INSENSITIVE).matcher(text).find();
        };
    }

    private String textOf(Incoming request) {
        return switch (field) {
            case CHANNEL -> request.channel();
            case RECIPIENT -> request.recipient();
            case SENDER -> request.sender();
            case CUSTOMER -> request.customer();
            case SERVICE -> request.service();
            case SUBJECT -> request.subject();
            case BODY -> request.body();
        };
    }
}
