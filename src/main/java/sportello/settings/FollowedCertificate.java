package sportello.settings;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate by which this program is known, read anew when its files have changed: whoever renews it writes them every
 * few weeks. While the new files cannot be read together the old certificate stays in use.
 */
public final class FollowedCertificate {
    private static final Logger log = LoggerFactory.getLogger(FollowedCertificate.class);

    private final CertificateSettings settings;
    private final SSLContext context;
    private volatile Known known;

    /**
     * @param written when the files of these keys were
     * @param usable whether the files still are, as they are now
     */
    private record Known(X509ExtendedKeyManager keys, List<FileTime> written, boolean usable) {}

    FollowedCertificate(CertificateSettings settings) {
        this.settings = settings;
        var written = written();
        this.known = new Known(settings.keys(), written, true);
        try {
            this.context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new Current()}, null, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same for ever; each new talk begins with the certificate of the day. */
    public SSLContext context() {
        return context;
    }

    /** The file of the certificate, if it cannot be used as it is now. */
    public Optional<String> unusable() {
        return now().usable() ? Optional.empty() : Optional.ofNullable(settings.file());
    }

    /** While something is wrong it is tried again each time: who renews may still be writing. */
    private synchronized Known now() {
        var before = known;
        var written = written();
        if (before.usable() && written.equals(before.written())) return before;
        try {
            known = new Known(settings.keys(), written, true);
            log.info("The certificate was renewed: {}", settings);
        } catch (SettingRefused problem) {
            if (before.usable())
                log.warn("The new certificate cannot be used, the old one stays: {}", problem.getMessage());
            known = new Known(before.keys(), before.written(), false);
        }
        return known;
    }

    private List<FileTime> written() {
        var times = new ArrayList<FileTime>();
        for (var file : settings.files()) times.add(written(file));
        return times;
    }

    private static FileTime written(String file) {
        try {
            return Files.getLastModifiedTime(Path.of(file));
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    /** Asks whoever holds the keys now. */
    private final class Current extends X509ExtendedKeyManager {
        @Override
        public @Nullable String chooseServerAlias(
                String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return now().keys().chooseServerAlias(type, issuers, socket);
        }

        @Override
        public @Nullable String chooseEngineServerAlias(
                String type, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return now().keys().chooseEngineServerAlias(type, issuers, engine);
        }

        @Override
        public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
            return known.keys().getServerAliases(type, issuers);
        }

        @Override
        public X509Certificate @Nullable [] getCertificateChain(String alias) {
            return known.keys().getCertificateChain(alias);
        }

        @Override
        public @Nullable PrivateKey getPrivateKey(String alias) {
            return known.keys().getPrivateKey(alias);
        }

        @Override
        public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseClientAlias(
                String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return null;
        }
    }
}
