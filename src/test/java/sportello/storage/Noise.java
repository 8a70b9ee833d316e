package sportello.storage;

import java.io.InputStream;
import java.util.SplittableRandom;

/** A stream of so many random bytes, the same for the same seed, that are nowhere at once. */
final class Noise extends InputStream {
    private final SplittableRandom random;
    private int left;

    Noise(long seed, int size) {
        this.random = new SplittableRandom(seed);
        this.left = size;
    }

    @Override
    public int read() {
        return left-- > 0 ? random.nextInt(256) : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (left <= 0) return -1;
        var count = Math.min(length, left);
        for (var i = 0; i < count; i++) target[offset + i] = (byte) random.nextInt(256);
        left -= count;
        return count;
    }
}
