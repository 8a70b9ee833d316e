package sportello.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mailbox as a desk keeps it, for programs that run elsewhere and are given {@link #KEY}. */
public final class GivenMailbox {
    /** The folder of mails that were taken and are moved. */
    public static final String DONE = "Fatto";

    public static final String PASSWORD = "secret";
    public static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private GivenMailbox() {}

    /** @param afterwards LEAVE, MOVE or DELETE */
    public static long insert(JdbcClient db, String name, Protocol protocol, int port, String user, String afterwards) {
        return db.sql("""
                insert into mailbox (name, protocol, host, port, security, user_name, secret, afterwards,
                                     afterwards_folder)
                values (:name, :protocol, '127.0.0.1', :port, 'NONE', :user, :secret, :afterwards, :folder)
                returning id
                """)
                .param("name", name)
                .param("protocol", protocol.name())
                .param("port", port)
                .param("user", user)
                .param("secret", encrypted(PASSWORD))
                .param("afterwards", afterwards)
                .param("folder", afterwards.equals("MOVE") ? DONE : "")
                .query(Long.class)
                .single();
    }

    private static byte[] encrypted(String secret) {
        try {
            var nonce = new byte[12];
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(Base64.getDecoder().decode(KEY), "AES"),
                    new GCMParameterSpec(128, nonce));
            var sealed = cipher.doFinal(secret.getBytes(UTF_8));
            return ByteBuffer.allocate(12 + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
