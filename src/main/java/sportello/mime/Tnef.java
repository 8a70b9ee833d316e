package sportello.mime;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks {@code winmail.dat}, in which Outlook hides the files of a mail. Nothing is copied: each file is a range of the
 * packet.
 */
final class Tnef {

    private static final long SIGNATURE = 0x223E9F78L;
    private static final int MOST_ATTRIBUTES = 10_000;
    private static final int BEGIN_OF_FILE = 0x9002;
    private static final int TITLE = 0x8010;
    private static final int DATA = 0x800F;
    private static final int FILE_PROPERTIES = 0x9005;
    private static final int BODY = 0x800C;
    private static final int PROPERTIES = 0x9003;
    private static final int LONGEST_TEXT = 1 << 20;

    private final Spool.Bytes packet;
    private final Deadline deadline;
    private final FileNames names;
    private final List<MailFile> files;
    private final Texts texts;
    private String name = "";
    private String type = "";
    private String contentId = "";
    private Spool.@Nullable Bytes data;
    private boolean found;

    /** Takes what the packet says in words. */
    interface Texts {
        void take(String text, boolean html);
    }

    private Tnef(Spool.Bytes packet, Deadline deadline, FileNames names, List<MailFile> files, Texts texts) {
        this.names = names;
        this.packet = packet;
        this.deadline = deadline;
        this.files = files;
        this.texts = texts;
    }

    /** Whether the packet was whole and all that matters in it was taken. */
    static boolean unpack(Spool.Bytes packet, Deadline deadline, FileNames names, List<MailFile> files, Texts texts)
            throws IOException {
        return new Tnef(packet, deadline, names, files, texts).unpack();
    }

    private boolean unpack() throws IOException {
        try (var reading = new Cursor(packet)) {
            if (reading.number(4) != SIGNATURE) return false;
            reading.skip(2);
            for (var i = 0; !reading.atEnd(); i++) {
                deadline.check();
                if (i == MOST_ATTRIBUTES) return false;
                attribute(reading);
            }
            keepFile();
            return found;
        } catch (EOFException e) {
            return false;
        }
    }

    private void attribute(Cursor reading) throws IOException {
        reading.skip(1);
        var id = (int) (reading.number(4) & 0xffff);
        var length = reading.number(4);
        var value = reading.take(length);
        reading.skip(2);
        switch (id) {
            case BEGIN_OF_FILE -> keepFile();
            case TITLE -> name = name.isEmpty() ? text(value) : name;
            case DATA -> data = value;
            case BODY -> say(text(value), false);
            case FILE_PROPERTIES, PROPERTIES -> properties(value, id == FILE_PROPERTIES);
            default -> {}
        }
    }

    private void properties(Spool.Bytes value, boolean ofFile) throws IOException {
        MapiProperties.read(value, deadline, (id, bytes, wide) -> {
            if (ofFile) fileProperty(id, bytes, wide);
            else if (id == MapiProperties.BODY || id == MapiProperties.BODY_HTML)
                say(text(bytes, wide), id == MapiProperties.BODY_HTML);
        });
    }

    private void fileProperty(int id, Spool.Bytes bytes, boolean wide) throws IOException {
        switch (id) {
            case MapiProperties.LONG_NAME -> name = text(bytes, wide);
            case MapiProperties.MIME_TYPE -> type = text(bytes, wide).toLowerCase(Locale.ROOT);
            case MapiProperties.CONTENT_ID -> contentId = text(bytes, wide);
            default -> {}
        }
    }

    private void say(String text, boolean html) {
        if (!text.isBlank()) texts.take(text, html);
        found = true;
    }

    private static String text(Spool.Bytes value) throws IOException {
        return text(value, false);
    }

    private static String text(Spool.Bytes value, boolean wide) throws IOException {
        try (var bytes = value.open()) {
            var read = bytes.readNBytes(LONGEST_TEXT);
            return Charsets.decode(read, wide ? "utf-16le" : null).replace("\0", "");
        }
    }

    private void keepFile() {
        if (data != null) {
            var kind = Part.isType(type) ? type : "application/octet-stream";
            var id = contentId.isEmpty() ? null : CleanMail.line(contentId, 500);
            files.add(new MailFile(names.safe(name, kind), kind, data.size(), id, false, data::open));
            found = true;
        }
        data = null;
        name = "";
        type = "";
        contentId = "";
    }
}
