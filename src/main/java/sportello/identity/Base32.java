package sportello.identity;

/** Bytes as capital letters and digits that nobody confuses (RFC 4648, without padding). */
final class Base32 {
    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int MASK = 31;

    private Base32() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        var buffer = 0;
        var held = 0;
        for (var b : bytes) {
            buffer = buffer << Byte.SIZE | Byte.toUnsignedInt(b);
            held += Byte.SIZE;
            while (held >= BITS) {
                held -= BITS;
                text.append(SIGNS.charAt(buffer >> held & MASK));
            }
        }
        if (held > 0) text.append(SIGNS.charAt(buffer << BITS - held & MASK));
        return text.toString();
    }

    static byte[] decode(String text) {
        var bytes = new byte[text.length() * BITS / Byte.SIZE];
        var buffer = 0;
        var held = 0;
        var length = 0;
        for (var sign : text.toCharArray()) {
            var value = SIGNS.indexOf(sign);
            if (value < 0) throw new IllegalArgumentException("Not Base32");
            buffer = buffer << BITS | value;
            held += BITS;
            if (held < Byte.SIZE) continue;
            held -= Byte.SIZE;
            bytes[length++] = (byte) (buffer >> held);
        }
        return bytes;
    }
}
