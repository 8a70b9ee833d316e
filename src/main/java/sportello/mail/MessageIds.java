package sportello.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import sportello.settings.Settings;

/**
 * Names for our mails, each with the thread that it belongs to and a seal that only this house can make: an answer finds
 * its thread by the name it refers to, and nobody gets into a thread by guessing a name.
 */
@Component
public class MessageIds {
    private static final String HMAC = "HmacSHA256";
    /** In bytes; nobody tries 2^80 names. */
    private static final int SEAL = 10;

    private static final Pattern SEALED =
            Pattern.compile("<(?:[0-9a-f-]{36}\\.)?([a-z]{1,20}-[0-9]{1,19})\\.([0-9a-f]{20})@[^<>@\\s]{1,255}>");

    private final HouseKeySql keys;
    private final String host;

    MessageIds(HouseKeySql keys, Settings settings) {
        this.keys = keys;
        this.host = settings.baseUrl().getHost();
    }

    /** A name that no mail bears yet, of no thread. */
    MessageId fresh() {
        return new MessageId("<" + UUID.randomUUID() + "@" + host + ">");
    }

    /** A name that no mail bears yet, of the thread {@code ticket-105}. */
    MessageId fresh(String thread) {
        return sealed(UUID.randomUUID() + "." + thread);
    }

    /** A name that mails of the thread can refer to, though none bears it: mail programs then keep them together. */
    MessageId thread(String thread) {
        return sealed(thread);
    }

    /** The thread of a name that this house made; nothing for any other, however it looks. */
    public Optional<String> threadOf(String messageId) {
        var found = SEALED.matcher(messageId);
        if (!found.matches()) return Optional.empty();
        var name = messageId.substring(1, messageId.lastIndexOf('.', messageId.lastIndexOf('@')));
        var claimed = HexFormat.of().parseHex(found.group(2));
        return MessageDigest.isEqual(claimed, seal(name)) ? Optional.of(found.group(1)) : Optional.empty();
    }

    private MessageId sealed(String name) {
        return new MessageId("<" + name + "." + HexFormat.of().formatHex(seal(name)) + "@" + host + ">");
    }

    private byte[] seal(String name) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(keys.key("message-id"), HMAC));
            return Arrays.copyOf(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)), SEAL);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
