package sportello.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Encrypts what must be known again in the clear, such as the password of a mailbox, before it is stored: AES-256-GCM,
 * under the operator's key or one that lies in the home.
 */
@Component
public class Secrets {
    /** Of one that somebody types for another server, in characters. */
    public static final int LONGEST = 500;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    /** Of a mark, in bytes. */
    private static final int MARK = 16;

    private final Settings settings;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable SecretKey key;

    Secrets(Settings settings) {
        this.settings = settings;
    }

    /** A number used once, and the text encrypted with it; different each time. */
    public byte[] encrypt(String secret) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(secret.getBytes(UTF_8));
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The text again.
     *
     * @throws IllegalStateException if it was encrypted with another key, or changed since
     */
    public String decrypt(byte[] encrypted) {
        var bytes = ByteBuffer.wrap(encrypted);
        var nonce = new byte[NONCE];
        try {
            bytes.get(nonce);
            var sealed = new byte[bytes.remaining()];
            bytes.get(sealed);
            return new String(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed), UTF_8);
        } catch (GeneralSecurityException | BufferUnderflowException e) {
            throw new IllegalStateException(
                    "a secret was kept under another key than SPORTELLO_SECRET_KEY or secret.key", e);
        }
    }

    /** The same for the same text in this house, and of no use to whoever does not have its key; empty where there is none. */
    public String mark(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key());
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)), 0, MARK);
        } catch (UncheckedIOException noKey) {
            return "";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private SecretKey key() {
        var known = key;
        if (known != null) return known;
        var chosen = settings.secretKey();
        try {
            known = chosen != null ? SecretKeys.read(chosen) : SecretKeys.of(settings.home());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        key = known;
        return known;
    }
}
