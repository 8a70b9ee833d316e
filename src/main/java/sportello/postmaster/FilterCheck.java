package sportello.postmaster;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.postmaster.MailFilter.Condition;
import sportello.postmaster.MailFilter.Part;
import sportello.postmaster.MailFilter.Setting;

/** What a filter must be to be kept: one that can hold for some mail, and whose wishes are understood. */
@Component
class FilterCheck {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 500;
    private static final int MOST = 20;
    /** RFC 5322, 2.2: printable, and no colon. */
    private static final java.util.regex.Pattern HEADER = java.util.regex.Pattern.compile("[!-9;-~]{1,100}");

    private final WishWords words;

    FilterCheck(WishWords words) {
        this.words = words;
    }

    /** The filter as it will be kept: its name on one line, no header where none is looked at. */
    Outcome<MailFilter> of(MailFilter typed) {
        var name = CleanText.line(typed.name());
        if (CleanText.isBlank(name)) return Outcome.refused("filters.name");
        if (name.length() > LONGEST_NAME) return Outcome.refused("filters.long", LONGEST_NAME, name.length());
        if (typed.conditions().isEmpty()) return Outcome.refused("filters.no_condition");
        if (typed.settings().isEmpty()) return Outcome.refused("filters.no_setting");
        if (typed.conditions().size() > MOST) return Outcome.refused("filters.many", MOST);
        return each(typed.conditions(), this::condition)
                .then(conditions -> each(typed.settings(), setting -> setting(setting, groups(conditions)))
                        .then(settings ->
                                leading(new MailFilter(name, typed.stop(), typed.followUps(), conditions, settings))));
    }

    /** The field that leads to a ticket is one that this filter fills in with what it found. */
    private static Outcome<MailFilter> leading(MailFilter filter) {
        var field = filter.leadsBy();
        if (field == null) return Outcome.done(filter);
        var value = filter.value(Setting.OF_FIELD + field);
        return value == null || MailFilter.Match.highest(value) == 0
                ? Outcome.refused("filters.leads_by", field)
                : Outcome.done(filter);
    }

    private Outcome<Condition> condition(Condition typed) {
        var header = typed.part() == Part.HEADER ? typed.header().strip() : "";
        if (typed.part() == Part.HEADER && !HEADER.matcher(header).matches())
            return header.isEmpty() ? Outcome.refused("filters.no_header") : Outcome.refused("filters.header", header);
        if (typed.pattern().isEmpty()) return Outcome.refused("filters.no_pattern");
        if (typed.pattern().length() > LONGEST_TEXT) return Outcome.refused("filters.pattern_long", LONGEST_TEXT);
        if (typed.pattern().indexOf('\0') >= 0) return Outcome.refused("filters.pattern", typed.pattern(), "NUL");
        try {
            Pattern.compile(typed.pattern());
        } catch (PatternSyntaxException e) {
            return Outcome.refused("filters.pattern", typed.pattern(), e.getDescription());
        }
        return Outcome.done(new Condition(typed.part(), header, typed.pattern(), typed.negated()));
    }

    private Outcome<Setting> setting(Setting typed, int groups) {
        var name = words.named(typed);
        return name.isEmpty()
                ? Outcome.refused("filters.wish", typed.name())
                : wish(new Setting(name.get(), CleanText.line(typed.value()).strip()), groups);
    }

    /** A wish that a mail fills in can only be understood when it has. */
    private Outcome<Setting> wish(Setting wish, int groups) {
        var value = wish.value();
        var field = wish.field();
        var highest = MailFilter.Match.highest(value);
        if (highest > groups) return Outcome.refused("filters.group", "$" + highest, groups);
        if (wish.name().equals("state") && WishWords.wouldEnd(value)) return Outcome.refused("filters.closed", value);
        if (field != null && value.isEmpty()) return Outcome.refused("filters.field", field, value);
        if (highest > 0 || words.isUnderstood(wish)) return Outcome.done(wish);
        return field == null ? Outcome.refused("filters.value", value) : Outcome.refused("filters.field", field, value);
    }

    private static int groups(List<Condition> conditions) {
        return conditions.stream()
                .filter(condition -> !condition.negated())
                .mapToInt(condition -> Pattern.compile(condition.pattern()).groupCount())
                .sum();
    }

    private static <T> Outcome<List<T>> each(List<T> typed, Function<T, Outcome<T>> check) {
        var kept = new ArrayList<T>();
        for (var one : typed) {
            switch (check.apply(one)) {
                case Outcome.Done<T>(var value) -> kept.add(value);
                case Outcome.Refused<T>(var why) -> {
                    return new Outcome.Refused<>(why);
                }
            }
        }
        return Outcome.done(List.copyOf(kept));
    }
}
