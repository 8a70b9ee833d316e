package sportello.web.admin;

import java.util.List;
import java.util.Locale;
import sportello.field.Field;
import sportello.postmaster.KeptFilter;
import sportello.postmaster.MailFilter;
import sportello.web.Words;

/**
 * The filters in the order in which they are asked.
 *
 * @param fields of the house's own that can be filled in
 */
public record FiltersPage(List<KeptFilter> filters, List<Field> fields) {

    /** For the messages. */
    public String key(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** What the setting fills in, as people call it. */
    public String called(MailFilter.Setting setting, Words words) {
        var key = setting.field();
        return key == null ? words.t("filters.wish." + setting.name()) : field(key, words);
    }

    /** What it says, as people call it. */
    public String said(MailFilter.Setting setting, Words words) {
        if (setting.name().equals(MailFilter.Setting.LEADS_BY)) return field(setting.value(), words);
        return setting.value().equals("yes") ? "" : setting.value();
    }

    private String field(String key, Words words) {
        return fields.stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .map(field -> field.label(words.language()))
                .orElse(key);
    }
}
