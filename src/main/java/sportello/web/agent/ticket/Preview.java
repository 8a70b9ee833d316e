package sportello.web.agent.ticket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Set;
import sportello.print.PdfPages;
import sportello.ticket.AttachedFile;

/** What of a foreign file may be looked at without taking it home: pictures by their own bytes, drawn pages, plain text. */
public enum Preview {
    PNG("image/png"),
    JPEG("image/jpeg"),
    GIF("image/gif"),
    WEBP("image/webp"),
    /** Its pages are drawn, and only the drawings are shown. */
    PDF("image/png"),
    TEXT("text/plain;charset=utf-8"),
    NONE("");

    /** So many bytes at the beginning tell a picture. */
    static final int HEAD = 12;

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");
    private static final String DOCUMENT = "application/pdf";
    private static final long LONGEST_TEXT = 1_000_000;
    private static final long LARGEST_THUMBNAIL = 2_000_000;

    private final String mediaType;

    Preview(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    public boolean isPicture() {
        return this == PNG || this == JPEG || this == GIF || this == WEBP;
    }

    /** Whether it is worth trying, by what its sender says of it. */
    public static boolean isPromised(AttachedFile file) {
        return PICTURES.contains(file.mediaType()) || isText(file) || isDocument(file);
    }

    /** Whether a list shows it in small. */
    public static boolean hasThumbnail(AttachedFile file) {
        return PICTURES.contains(file.mediaType()) && file.size() <= LARGEST_THUMBNAIL;
    }

    /** What it is. A file that says it is a picture must begin like one; what says it is text is shown as nothing else. */
    static Preview of(AttachedFile file, byte[] head) {
        if (isText(file)) return TEXT;
        var beginning = new String(head, ISO_8859_1);
        if (isDocument(file)) return beginning.startsWith("%PDF-") ? PDF : NONE;
        if (!PICTURES.contains(file.mediaType())) return NONE;
        if (beginning.startsWith("\u0089PNG\r\n\u001a\n")) return PNG;
        if (beginning.startsWith("\u00ff\u00d8\u00ff")) return JPEG;
        if (beginning.startsWith("GIF87a") || beginning.startsWith("GIF89a")) return GIF;
        if (beginning.startsWith("RIFF") && beginning.startsWith("WEBP", 8)) return WEBP;
        return NONE;
    }

    private static boolean isDocument(AttachedFile file) {
        return file.mediaType().equals(DOCUMENT) && file.size() <= PdfPages.LARGEST;
    }

    private static boolean isText(AttachedFile file) {
        return file.mediaType().equals("text/plain") && file.size() <= LONGEST_TEXT;
    }
}
