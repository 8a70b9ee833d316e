package sportello.search;

/**
 * One thing that is looked for.
 *
 * @param excluded whether it must not be there
 */
record Term(Kind kind, String text, boolean excluded) {

    /** How a text is looked for; each kind is a function of the database. */
    enum Kind {
        /** In all its forms. */
        WORD("search_word"),
        /** Word for word. */
        PHRASE("search_phrase"),
        /** Whatever begins so. */
        PREFIX("search_prefix");

        private final String function;

        Kind(String function) {
            this.function = function;
        }

        String function() {
            return function;
        }
    }

    /** The same, the words of a phrase each for itself. */
    Term loosely() {
        return kind == Kind.PHRASE ? new Term(Kind.WORD, text, excluded) : this;
    }
}
