package sportello.install;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/**
 * By which the program knows that whoever founds the desk can read its terminal or its log, and is not just the first to
 * have found its address. Another one at each start.
 */
@Component
class FoundingCode {
    /** Without those that are taken for others; 12 of them are some 59 bits. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 12;

    private final String value = fresh();

    String value() {
        return value;
    }

    boolean is(String typed) {
        return MessageDigest.isEqual(value.getBytes(UTF_8), typed.strip().getBytes(UTF_8));
    }

    private static String fresh() {
        var random = new SecureRandom();
        var code = new StringBuilder();
        for (var sign = 0; sign < LENGTH; sign++) code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        return code.toString();
    }
}
