package sportello.postmaster;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.mime.MailFile;
import sportello.mime.ReadMail;

/**
 * If all conditions hold, the settings are what is wanted of a mail. Expressions are RE2's: their time is linear in the
 * text, whoever wrote them. A filter without conditions holds for no mail: it is not finished.
 *
 * @param stop whether the filters after it are not asked any more
 * @param followUps whether what it wants holds for mails too that are added to a ticket
 */
public record MailFilter(
        String name, boolean stop, boolean followUps, List<Condition> conditions, List<Setting> settings) {

    /** A longer one is none, and would not be found by its beginning. */
    private static final int LONGEST_NUMBER = 200;

    public MailFilter {
        conditions = List.copyOf(conditions);
        settings = List.copyOf(settings);
    }

    /** Where an expression is looked for. */
    public enum Part {
        HEADER,
        BODY,
        ATTACHMENT;

        static Part of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    /** @param header whose values are looked at, for {@link Part#HEADER} */
    public record Condition(Part part, String header, String pattern, boolean negated) {

        /** The groups that were found, none where the opposite was asked for; nothing if it does not hold. */
        Optional<List<String>> groups(ReadMail mail) {
            var groups = texts(mail).flatMap(text -> found(text).stream()).findFirst();
            if (negated) return groups.isPresent() ? Optional.empty() : Optional.of(List.of());
            return groups;
        }

        private Stream<String> texts(ReadMail mail) {
            return switch (part) {
                case HEADER -> mail.headers().all(header).stream();
                case BODY -> Stream.of(mail.text());
                case ATTACHMENT -> mail.files().stream().map(MailFile::name);
            };
        }

        private Optional<List<String>> found(String text) {
            try {
                var matcher = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(text);
                if (!matcher.find()) return Optional.empty();
                var groups = new ArrayList<String>();
                for (var number = 1; number <= matcher.groupCount(); number++) {
                    var group = matcher.group(number);
                    groups.add(group == null ? "" : group);
                }
                return Optional.of(groups);
            } catch (PatternSyntaxException e) {
                return Optional.empty();
            }
        }
    }

    /**
     * @param name of the wish; for a field of the house's own its key behind {@link #OF_FIELD}
     * @param value may hold {@code $1} for what the first group found
     */
    public record Setting(String name, String value) {
        /** Before the key of a field of the house's own. */
        public static final String OF_FIELD = "field-";

        /** A mail goes to the ticket whose field, named by its key, holds what the filter fills in there. */
        public static final String LEADS_BY = "leads-by";

        /** The field's key, null for any other wish. */
        public @Nullable String field() {
            return name.startsWith(OF_FIELD) ? name.substring(OF_FIELD.length()) : null;
        }
    }

    /** What the groups of all conditions found, in their order. */
    record Match(List<String> groups) {
        private static final Pattern PLACE = Pattern.compile("\\$([0-9]{1,2})");

        /** The highest group that the value asks for, 0 if it asks for none. */
        static int highest(String value) {
            var highest = 0;
            var place = PLACE.matcher(value);
            while (place.find()) highest = Math.max(highest, Integer.parseInt(place.group(1)));
            return highest;
        }

        /** Each place is filled once: what a mail says stays as it is. */
        String fill(String value) {
            var filled = new StringBuilder();
            var place = PLACE.matcher(value);
            while (place.find()) {
                var number = Integer.parseInt(place.group(1));
                var group = number >= 1 && number <= groups.size() ? groups.get(number - 1) : "";
                place.appendReplacement(filled, Matcher.quoteReplacement(group));
            }
            return place.appendTail(filled).toString();
        }
    }

    /**
     * The key of the field by whose value a mail finds its ticket: another house's number for the matter, which the filter
     * fills in. Null if the filter leads to no ticket.
     */
    public @Nullable String leadsBy() {
        return value(Setting.LEADS_BY);
    }

    /** The number by which a mail finds its ticket, if the filter has found one. */
    Optional<OthersNumber> leading(Match match) {
        var field = leadsBy();
        var value = field == null ? null : value(Setting.OF_FIELD + field);
        if (field == null || value == null) return Optional.empty();
        var number = match.fill(value).strip();
        return number.isEmpty() || number.length() > LONGEST_NUMBER
                ? Optional.empty()
                : Optional.of(new OthersNumber(field, number));
    }

    @Nullable String value(String setting) {
        return settings.stream()
                .filter(one -> one.name().equals(setting))
                .map(Setting::value)
                .findFirst()
                .orElse(null);
    }

    /** What was found, if all conditions hold. */
    Optional<Match> match(ReadMail mail) {
        if (conditions.isEmpty()) return Optional.empty();
        var all = new ArrayList<String>();
        for (var condition : conditions) {
            var groups = condition.groups(mail);
            if (groups.isEmpty()) return Optional.empty();
            all.addAll(groups.get());
        }
        return Optional.of(new Match(all));
    }
}
