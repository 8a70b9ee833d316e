package sportello.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Where the key comes from under which secrets are kept. */
final class SecretKeys {
    private static final int BYTES = 32;

    private SecretKeys() {}

    static SecretKey read(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (bytes.length == BYTES) return new SecretKeySpec(bytes, "AES");
        } catch (IllegalArgumentException notBase64) {
            // as wrong as a key that is too short
        }
        throw new SettingRefused(
                "SPORTELLO_SECRET_KEY",
                "it is not a key of " + BYTES + " bytes in Base64",
                "Let openssl rand -base64 32 make one.");
    }

    /** The key of this home, made when it is first needed; readable by its owner only. */
    static SecretKey of(Path home) throws IOException {
        var file = home.resolve("secret.key");
        if (!Files.exists(file)) make(file);
        return read(Files.readString(file, UTF_8).strip());
    }

    private static void make(Path file) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.createDirectories(file.getParent());
        var draft = Files.createTempFile(file.getParent(), "secret", ".new", ownerOnly(file));
        try {
            Files.writeString(draft, Base64.getEncoder().encodeToString(bytes), UTF_8);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException another) {
            // made at the same moment, by another thread or program: that one counts
        } finally {
            Files.delete(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        var posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
