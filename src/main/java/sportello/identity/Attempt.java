package sportello.identity;

/** One try, as one limit counts it: by an account, a network, or all together. */
record Attempt(Limit limit, String subject) {

    String key() {
        return limit.name() + ":" + subject;
    }
}
