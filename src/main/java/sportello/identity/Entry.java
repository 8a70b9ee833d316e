package sportello.identity;

import java.time.Duration;
import sportello.base.Refusal;

/** What becomes of somebody who knocks with a name and a password. */
public sealed interface Entry {

    /** Come in; this token is the new session. */
    record Granted(Secret session, Viewer viewer) implements Entry {}

    /** The password was right, a code is still owed; this token tells who comes back with it. */
    record ByCode(Secret half) implements Entry {}

    /** The password was right, but the house demands a second factor, which is to be set up first. */
    record BySetUp(Secret half) implements Entry {}

    /** Wrong name, wrong password, or a person who may not enter: it is not told which. */
    record Denied() implements Entry {}

    /** A provider has said who it is, and still nobody comes in: this is what helps. */
    record Refused(Refusal why) implements Entry {}

    /** The directory that may know the person does not answer; whether it would is not told. */
    record Away() implements Entry {}

    /** Not now: only administrators may enter, and this is what they say. */
    record Paused(String text) implements Entry {}

    /** Too many tries; not even looked at. */
    record Later(Duration pause) implements Entry {

        /** The same as a sentence, with the time to wait rounded up. */
        public Refusal why() {
            return tooSoon(pause);
        }
    }

    static Refusal tooSoon(Duration pause) {
        var seconds = pause.plusSeconds(1).minusNanos(1).toSeconds();
        return seconds < 100
                ? new Refusal("throttle.seconds", seconds)
                : new Refusal(
                        "throttle.minutes", pause.plusMinutes(1).minusNanos(1).toMinutes());
    }
}
