package sportello.mime;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A file that came with a mail. Its bytes can be had until the mail is closed. */
public final class MailFile {

    private final String name;
    private final String mediaType;
    private final long size;
    private final @Nullable String contentId;
    private final boolean inline;
    private final MailSource bytes;

    MailFile(String name, String mediaType, long size, @Nullable String contentId, boolean inline, MailSource bytes) {
        this.name = name;
        this.mediaType = mediaType;
        this.size = size;
        this.contentId = contentId;
        this.inline = inline;
        this.bytes = bytes;
    }

    /** A name and never a path: at most 200 characters, without controls and signs that cannot be seen. */
    public String name() {
        return name;
    }

    /** As the mail claims it, in small letters: {@code image/png}. */
    public String mediaType() {
        return mediaType;
    }

    /** How many bytes it has, decoded. */
    public long size() {
        return size;
    }

    /** By what the HTML refers to it, without angle brackets and without {@code cid:}. */
    public @Nullable String contentId() {
        return contentId;
    }

    /** Whether the HTML of the mail shows it. */
    public boolean inline() {
        return inline;
    }

    /** Its bytes, decoded. */
    public InputStream open() throws IOException {
        return bytes.open();
    }

    MailFile shownIn(boolean html) {
        return new MailFile(name, mediaType, size, contentId, html, bytes);
    }
}
