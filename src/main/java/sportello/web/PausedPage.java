package sportello.web;

/** What is said to whoever has to wait until the house is open again. */
public record PausedPage() {
    /** The attribute of a request that is answered with it. */
    public static final String ASKED = PausedPage.class.getName();
}
