package sportello.reply;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A prepared answer; {@code {{customer_user.first_name}}} and the like stand for what is known when it is used. */
public record AnswerTemplate(AnswerTemplateId id, String name, String body) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([a-z_.]+)\\s*}}");

    /** The answer with the values in their places, once over: braces in a value stay braces. What is unknown is named. */
    public String filled(Map<String, String> values) {
        return PLACE.matcher(body)
                .replaceAll(place ->
                        Matcher.quoteReplacement(values.getOrDefault(place.group(1), "[" + place.group(1) + "?]")));
    }
}
