package sportello.mail;

/** What came of handing a letter to the mail server, with the server's words or the reason why there are none. */
sealed interface Reply {

    String answer();

    /** The server has it and answers for it now. */
    record Accepted(String answer) implements Reply {}

    /** Nobody can be reached there: no letter's fault either. */
    record Away(String answer) implements Reply {}

    /** Not now: the letter is to be tried again. */
    record Deferred(String answer) implements Reply {}

    /** All of the letter had left, and nobody knows whether the server took it: each try may be a copy. */
    record Unheard(String answer) implements Reply {}

    /** The server does not let us in: that is ours to mend, and no letter's fault. */
    record ShutOut(String answer) implements Reply {}

    /** Never, says the server. */
    record Refused(String answer) implements Reply {}
}
