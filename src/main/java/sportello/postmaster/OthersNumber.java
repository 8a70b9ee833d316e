package sportello.postmaster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sportello.mime.ReadMail;

/**
 * The number that another house gives a matter of ours: a filter finds it in a mail, and a field of our ticket holds it.
 *
 * @param field the key of that field
 */
record OthersNumber(String field, String number) {
    /** Those that the filters find, in their order, until one says stop. */
    static List<OthersNumber> in(ReadMail mail, List<MailFilter> filters) {
        if (filters.stream().allMatch(filter -> filter.leadsBy() == null)) return List.of();
        var found = new ArrayList<OthersNumber>();
        for (var filter : filters) {
            var match = filter.match(mail).orElse(null);
            if (match == null) continue;
            filter.leading(match).ifPresent(found::add);
            if (filter.stop()) break;
        }
        return found;
    }

    /** For whoever must not sort two mails of one matter at once. */
    String name() {
        return field + "=" + number.toLowerCase(Locale.ROOT);
    }
}
