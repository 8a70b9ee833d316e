package sportello.ticket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import sportello.storage.Files;

/** Puts the pictures of an article back into its HTML, which then shows them wherever it stands and asks for nothing. */
@Component
class Pictures {
    private static final Pattern REFERENCE = Pattern.compile("(?i)src=\"cid:([^\"]{1,300})\"");
    private static final long LARGEST = 6L * 1024 * 1024;

    private final Files files;

    Pictures(Files files) {
        this.files = files;
    }

    String in(String html, List<AttachedFile> attached) {
        if (attached.stream().allMatch(file -> file.contentId() == null)) return html;
        return REFERENCE
                .matcher(html)
                .replaceAll(found -> Matcher.quoteReplacement(picture(found.group(1), attached, found.group())));
    }

    private String picture(String reference, List<AttachedFile> attached, String otherwise) {
        var id = reference.replace("&#64;", "@");
        return attached.stream()
                .filter(file -> Objects.equals(file.contentId(), id) && file.size() <= LARGEST)
                .findFirst()
                .map(file -> "src=\"data:" + file.mediaType() + ";base64," + bytes(file) + '"')
                .orElse(otherwise);
    }

    private String bytes(AttachedFile file) {
        try (var stream = files.open(file.hash())) {
            return Base64.getEncoder().encodeToString(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
