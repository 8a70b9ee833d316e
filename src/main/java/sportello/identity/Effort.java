package sportello.identity;

/** What it costs to try a password, for us as for whoever stole the hashes. */
record Effort(int kibibytes, int passes) {

    /** What OWASP asks for at least of Argon2id with one lane (Password Storage Cheat Sheet). */
    static final Effort OWASP = new Effort(19 * 1024, 2);
}
