package sportello.web.login;

/**
 * The page on which a device is asked for a passkey.
 *
 * @param options what it is to do, as browsers take it
 * @param making whether a passkey is to be made, not shown
 * @param action where its answer goes
 * @param target where to go afterwards
 * @param withheld a form that waits there, encrypted; empty for none
 * @param back where to go without a passkey
 */
public record PasskeyPage(String options, boolean making, String action, String target, String withheld, String back) {
    PasskeyPage(String options, boolean making, String action, String target, String back) {
        this(options, making, action, target, "", back);
    }

    /** The first part of the keys of its words. */
    public String words() {
        return making ? "passkey.making" : "passkey.showing";
    }
}
