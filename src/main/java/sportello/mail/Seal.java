package sportello.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a letter is protected on its way: promised when it is posted, and kept, or the letter does not leave. */
public record Seal(Manner manner, boolean signed, boolean encrypted) {
    /** By which standard. */
    public enum Manner {
        SMIME("S/MIME"),
        OPENPGP("OpenPGP");

        private final String called;

        Manner(String called) {
            this.called = called;
        }

        /** In every language. */
        public String called() {
            return called;
        }
    }

    public Seal {
        if (!signed && !encrypted) throw new IllegalArgumentException("nothing is promised");
    }

    /** The same without a signature; null if that was all of it. */
    @Nullable Seal unsigned() {
        return encrypted ? new Seal(manner, false, true) : null;
    }

    static @Nullable Seal of(@Nullable String stored) {
        if (stored == null) return null;
        var parts = stored.split("_", 2);
        return new Seal(
                Manner.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                parts[1].startsWith("signed"),
                parts[1].endsWith("encrypted"));
    }

    String stored() {
        return manner.name().toLowerCase(Locale.ROOT) + "_" + key();
    }

    /** For the messages. */
    public String key() {
        if (!encrypted) return "signed";
        return signed ? "signed_encrypted" : "encrypted";
    }
}
