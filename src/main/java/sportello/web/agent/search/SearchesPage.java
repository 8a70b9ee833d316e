package sportello.web.agent.search;

import java.util.List;
import sportello.search.SavedSearch;

/** The searches that somebody finds kept. */
public record SearchesPage(List<SavedSearch.Counted> searches) {

    public SearchesPage {
        searches = List.copyOf(searches);
    }

    /** Where its tickets stand. */
    public String address(SavedSearch search) {
        return SearchAddresses.of(search.form());
    }
}
