package sportello.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.springframework.util.function.SingletonSupplier;
import sportello.base.Sha256;

/** One file that pages load, under an address that changes with its content; compressed once, when first asked for. */
final class Asset {
    private final String name;
    private final byte[] plain;
    private final String hash;
    private final Supplier<byte[]> zipped = SingletonSupplier.of(this::zip);

    Asset(String name, byte[] bytes) {
        this.name = name;
        this.plain = bytes;
        this.hash = HexFormat.of().formatHex(Sha256.of(bytes)).substring(0, 12);
    }

    String address() {
        return "/assets/" + hash + "/" + name;
    }

    byte[] zipped() {
        return zipped.get();
    }

    /** The bytes as they were, for a browser that does not know gzip. */
    byte[] plain() {
        return plain;
    }

    String mediaType() {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "woff2" -> "font/woff2";
            default -> throw new IllegalStateException("No media type for asset " + name);
        };
    }

    private byte[] zip() {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
