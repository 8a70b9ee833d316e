package sportello.configuration;

/** What is mailed, as documents tell of it. */
record Text(String subject, String body) {
    static final Text NONE = new Text("", "");
}
