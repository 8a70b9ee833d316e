package sportello.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of a mail, or a whole one: where its bytes lie, and the parts within it.
 *
 * @param whole head and body
 * @param defaultType what it is if it does not say so itself
 * @param unopened whether there are parts in it that nobody looked at, because they lie too deep
 */
record Part(Head head, Spool.Bytes whole, Spool.Bytes body, String defaultType, List<Part> parts, boolean unopened) {

    /** What it says it is, with parameters. */
    FieldValue contentType() {
        return FieldValue.of(head.first("Content-Type").orElse(defaultType));
    }

    /** In small letters, such as {@code text/plain}. */
    String type() {
        var type = contentType().value();
        if (type.equals("text")) return "text/plain";
        return isType(type) ? type : "application/octet-stream";
    }

    /** Whether it has the form of a media type. */
    static boolean isType(String type) {
        var slash = type.indexOf('/');
        return slash > 0
                && slash == type.lastIndexOf('/')
                && slash < type.length() - 1
                && type.length() <= 150
                && type.chars().allMatch(sign -> sign > ' ' && sign < 127 && "\"(),:;<=>?@[]\\".indexOf(sign) < 0);
    }

    boolean is(String type) {
        return type().equals(type);
    }

    FieldValue disposition() {
        return FieldValue.of(head.first("Content-Disposition").orElse(""));
    }

    /** The name its sender gave it, or nothing. It may be a path, or worse. */
    String name() {
        return disposition()
                .parameter("filename")
                .or(() -> contentType().parameter("name"))
                .or(() -> head.first("Content-Description").filter(name -> is("message/rfc822")))
                .map(EncodedWords::decode)
                .orElse("");
    }

    Optional<String> charset() {
        return contentType().parameter("charset");
    }

    String encoding() {
        return head.first("Content-Transfer-Encoding")
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** Its body, decoded. */
    InputStream open() throws IOException {
        var bytes = new Chunked(body.open());
        var encoding = encoding();
        if (encoding.startsWith("base64")) return new Base64Stream(bytes);
        if (encoding.startsWith("quoted-printable")) return new QuotedStream(bytes);
        return bytes;
    }

    /** Its body as it was written, for one that lies about its encoding. */
    InputStream openRaw() throws IOException {
        return new Chunked(body.open());
    }

    /** Whether decoding changes nothing. */
    boolean plainlyWritten() {
        var encoding = encoding();
        return !encoding.startsWith("base64") && !encoding.startsWith("quoted-printable");
    }

    /** Itself and all within it, in their order. */
    List<Part> all() {
        var found = new ArrayList<Part>();
        collect(found);
        return found;
    }

    private void collect(List<Part> found) {
        found.add(this);
        parts.forEach(part -> part.collect(found));
    }

    Stream<Part> all(String type) {
        return all().stream().filter(part -> part.is(type));
    }
}
