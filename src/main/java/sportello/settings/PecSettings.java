package sportello.settings;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.TrustAnchor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who vouches for the providers of certified mail (PEC): they may be missing among those whom Java knows.
 *
 * @param authorities a file of certificates (PEM); without it whom Java believes
 */
public record PecSettings(@Nullable String authorities) {
    private static final String NAME = "SPORTELLO_PEC_AUTHORITIES";

    public PecSettings {
        authorities = Login.filled(authorities);
        if (authorities != null) read(authorities);
    }

    /** Those in the file; empty without one. */
    public Set<TrustAnchor> anchors() {
        return authorities == null ? Set.of() : read(authorities);
    }

    private static Set<TrustAnchor> read(String file) {
        try {
            var anchors =
                    Authorities.of(Files.readString(Path.of(file), US_ASCII)).anchors();
            if (!anchors.isEmpty()) return anchors;
        } catch (IOException | GeneralSecurityException e) {
            // told below, in words of ours
        }
        throw new SettingRefused(
                NAME,
                file + " holds no certificate that can be read",
                "Name a file with the certificates (PEM) of those who vouch for providers of certified mail.");
    }
}
