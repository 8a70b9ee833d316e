package sportello.search;

/**
 * A search that somebody keeps.
 *
 * @param shared whether every agent finds it
 * @param mine whether it is the viewer's own
 * @param keeper the name of the agent who keeps it
 */
public record SavedSearch(long id, String name, boolean shared, boolean mine, String keeper, SearchForm form) {

    /**
     * The same with how many tickets it finds for the viewer, counted as far as {@link Findings#COUNTED}; below zero where
     * it asks for something that is no longer there.
     */
    public record Counted(SavedSearch search, int count) {

        /** Whether there are more than were counted. */
        public boolean isUncounted() {
            return count > Findings.COUNTED;
        }
    }
}
