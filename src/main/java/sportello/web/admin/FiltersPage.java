package sportello.web.admin;

import java.util.List;
import java.util.Locale;
import sportello.postmaster.KeptFilter;

/** The filters in the order in which they are asked. */
public record FiltersPage(List<KeptFilter> filters) {

    /** For the messages. */
    public String key(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
