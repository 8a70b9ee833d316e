package sportello.mime;

import java.io.IOException;

/** Goes through the properties by which Outlook describes a mail or a file. */
final class MapiProperties {

    static final int BODY = 0x1000;
    static final int BODY_HTML = 0x1013;
    static final int LONG_NAME = 0x3707;
    static final int MIME_TYPE = 0x370E;
    static final int CONTENT_ID = 0x3712;

    private static final int MOST = 2_000;
    private static final int MANY_VALUES = 0x1000;
    private static final int WIDE_TEXT = 0x1F;

    private MapiProperties() {}

    /** Takes a property of variable length. */
    interface Taking {
        void take(int id, Spool.Bytes value, boolean wide) throws IOException;
    }

    static void read(Spool.Bytes bytes, Deadline deadline, Taking taking) throws IOException {
        try (var reading = new Cursor(bytes)) {
            var count = Math.min(MOST, reading.number(4));
            for (var i = 0; i < count && !reading.atEnd(); i++) {
                deadline.check();
                property(reading, taking);
            }
        }
    }

    private static void property(Cursor reading, Taking taking) throws IOException {
        var type = (int) reading.number(2);
        var id = (int) reading.number(2);
        if (id >= 0x8000) skipName(reading);
        var size = fixedSize(type & ~MANY_VALUES);
        var values = size == 0 || (type & MANY_VALUES) != 0 ? reading.number(4) : 1;
        if (size > 0) {
            reading.skip(size * values);
            return;
        }
        for (var i = 0; i < Math.min(values, MOST); i++) {
            var length = reading.number(4);
            taking.take(id, reading.take(length), (type & ~MANY_VALUES) == WIDE_TEXT);
            reading.skip((4 - length % 4) % 4);
        }
    }

    private static void skipName(Cursor reading) throws IOException {
        reading.skip(16);
        var named = reading.number(4) == 1;
        var length = reading.number(4);
        if (named) reading.skip(length + (4 - length % 4) % 4);
    }

    /** Bytes of a value, or 0 if each says its own length. */
    private static int fixedSize(int type) {
        return switch (type) {
            case 0x2, 0x3, 0x4, 0xA, 0xB -> 4;
            case 0x5, 0x6, 0x7, 0x14, 0x40 -> 8;
            case 0x48 -> 16;
            default -> 0;
        };
    }
}
