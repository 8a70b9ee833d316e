package sportello.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** A device that makes a passkey and shows it, written by the book (WebAuthn Level 3, COSE ES256) and not by the library. */
public final class SecurityKey {
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int WITH_KEY = 0x40;
    private final KeyPair keys;
    private final byte[] id = new byte[32];
    private String handle = "";
    private String origin = "http://localhost:8080";
    private String house = "";
    private int flags = PRESENT | VERIFIED;
    private int count;

    public SecurityKey() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
        new SecureRandom().nextBytes(id);
    }

    /** From now on it is asked by a page of this address. */
    public SecurityKey on(String origin) {
        this.origin = origin;
        return this;
    }

    /** From now on it takes the house for another. */
    public SecurityKey of(String house) {
        this.house = house;
        return this;
    }

    /** From now on it asks nobody who that is. */
    public SecurityKey unverified() {
        flags = PRESENT;
        return this;
    }

    /** It has signed so often, as it says. */
    public SecurityKey counting(int signed) {
        count = signed;
        return this;
    }

    /** What a browser sends back of a new passkey. */
    public String make(String options) throws GeneralSecurityException {
        handle = value("user\":\\{[^}]*\"id", options);
        var data = data(value("rp\":\\{[^}]*\"id", options), flags | WITH_KEY, credential());
        var object = bytes(
                new byte[] {(byte) 0xa3},
                text("fmt"),
                text("none"),
                text("attStmt"),
                new byte[] {(byte) 0xa0},
                text("authData"),
                blob(data));
        return answer("""
                "clientDataJSON": "%s", "attestationObject": "%s", "transports": ["internal"]""".formatted(encoded(client("webauthn.create", options)), encoded(object)));
    }

    /** What a browser sends back of a passkey that it shows. */
    public String show(String options) throws GeneralSecurityException {
        count = count == 0 ? 0 : count + 1;
        var data = data(value("rpId", options), flags, new byte[0]);
        var client = client("webauthn.get", options);
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(data);
        signature.update(sha256(client));
        return answer("""
                "clientDataJSON": "%s", "authenticatorData": "%s", "signature": "%s", "userHandle": "%s\"""".formatted(encoded(client), encoded(data), encoded(signature.sign()), handle));
    }

    private String answer(String response) {
        return """
                {"id": "%s", "rawId": "%s", "type": "public-key", "clientExtensionResults": {}, "response": {%s}}""".formatted(encoded(id), encoded(id), response);
    }

    private byte[] client(String type, String options) {
        return """
                {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}""".formatted(type, value("challenge", options), origin).getBytes(UTF_8);
    }

    private byte[] data(String asked, int flags, byte[] credential) throws GeneralSecurityException {
        var head = ByteBuffer.allocate(37)
                .put(sha256((house.isEmpty() ? asked : house).getBytes(UTF_8)))
                .put((byte) flags)
                .putInt(count);
        return bytes(head.array(), credential);
    }

    /** Make of the device, number of the key, public key. */
    private byte[] credential() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return bytes(
                new byte[16],
                new byte[] {0, 32},
                id,
                new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21},
                blob(fixed(point.getAffineX())),
                new byte[] {0x22},
                blob(fixed(point.getAffineY())));
    }

    private static byte[] fixed(BigInteger number) {
        var digits = number.toByteArray();
        var field = new byte[32];
        var length = Math.min(32, digits.length);
        System.arraycopy(digits, digits.length - length, field, 32 - length, length);
        return field;
    }

    private static byte[] text(String text) {
        return bytes(new byte[] {(byte) (0x60 + text.length())}, text.getBytes(UTF_8));
    }

    private static byte[] blob(byte[] bytes) {
        return bytes(new byte[] {0x58, (byte) bytes.length}, bytes);
    }

    private static byte[] bytes(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String value(String key, String options) {
        var found = Pattern.compile("\"" + key + "\":\"([^\"]*)\"").matcher(options);
        if (!found.find()) throw new IllegalArgumentException("Without " + key + ": " + options);
        return found.group(1);
    }
}
