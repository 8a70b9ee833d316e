package sportello.demo.story;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import sportello.ticket.Upload;

/** The files that people attach. */
final class Props {

    private Props() {}

    /** A file made of the text of a scenario. */
    static Upload written(String name, String text) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "pdf" -> upload(name, "application/pdf", Pdf.of(text));
            case "csv" -> upload(name, "text/csv", (text + "\n").getBytes(StandardCharsets.UTF_8));
            case "txt" -> upload(name, "text/plain", (text + "\n").getBytes(StandardCharsets.UTF_8));
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** A picture that comes along with the demo. */
    static Upload photo(String name) {
        try {
            return upload(name, "image/png", new ClassPathResource("demo/photos/" + name).getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Upload upload(String name, String mediaType, byte[] bytes) {
        return new Upload(name, mediaType, bytes.length, () -> new ByteArrayInputStream(bytes));
    }
}
