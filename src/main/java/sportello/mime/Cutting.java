package sportello.mime;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a mail into its parts in one pass from its first line to its last, without calling itself: however deep a mail
 * nests, it costs no stack, and what is too deep stays one part.
 */
final class Cutting {

    private static final int LONGEST_BOUNDARY = 500;

    private final Spool.Bytes mail;
    private final Limits limits;
    private final Deadline deadline;
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable Part root;
    private long endOfFormerLine;
    private int headBytes;
    private int parts = 1;
    private boolean crowded;

    /** The parts of a mail, and whether there were more than are looked at. */
    record Cut(Part root, boolean crowded) {}

    /** A part whose end is not reached. */
    private static final class Open {
        final long start;
        final String defaultType;
        final Head.Gathering gathering;
        final List<Part> parts = new ArrayList<>();
        long oddLine = -1;
        long body = -1;

        @Nullable Head head;

        boolean multipart;
        boolean digest;
        boolean unopened;

        @Nullable String boundary;

        Open(long start, String defaultType, Head.Gathering gathering) {
            this.start = start;
            this.defaultType = defaultType;
            this.gathering = gathering;
        }
    }

    private Cutting(Spool.Bytes mail, Limits limits, Deadline deadline) {
        this.mail = mail;
        this.limits = limits;
        this.deadline = deadline;
        this.endOfFormerLine = mail.start();
    }

    static Cut cut(Spool.Bytes mail, Limits limits, Deadline deadline) throws IOException {
        return new Cutting(mail, limits, deadline).cut();
    }

    private Cut cut() throws IOException {
        try (var lines = new Lines(mail, deadline, limits.headerLength())) {
            var more = lines.next();
            while (more && (lines.isEmpty() || isEnvelope(lines))) more = lines.next();
            begin(more ? lines.start() : mail.end(), "text/plain");
            while (more && !crowded) {
                take(lines);
                endOfFormerLine = lines.end();
                more = lines.next();
            }
        }
        while (!open.isEmpty()) close(mail.end());
        if (root == null) throw new IllegalStateException("no root");
        return new Cut(root, crowded);
    }

    /** The line that mailboxes in one file put in front of each mail. */
    private static boolean isEnvelope(Lines line) {
        return line.startsWith("From ") || line.startsWith(">From ");
    }

    private void begin(long at, String defaultType) {
        open.push(new Open(at, defaultType, new Head.Gathering(limits, Math.max(0, limits.headLength() - headBytes))));
    }

    private void take(Lines line) {
        var current = open.element();
        if (line.startsWith("--") && line.length() > 2 && isBoundary(line)) return;
        if (current.body < 0) takeIntoHead(current, line);
    }

    private void takeIntoHead(Open current, Lines line) {
        if (line.isEmpty()) {
            endHead(current, current.oddLine < 0 ? line.after() : current.oddLine);
        } else if (current.gathering.add(line)) {
            current.oddLine = -1;
            if (open.size() == 1 && current.gathering.crowded())
                throw new Unfit("too_many_headers", "more than %d fields".formatted(limits.headers()));
        } else if (current.oddLine < 0) {
            current.oddLine = line.start();
        } else {
            endHead(current, current.oddLine);
        }
    }

    private void endHead(Open current, long body) {
        current.body = body;
        current.head = current.gathering.done();
        headBytes += current.gathering.spent();
        var type = FieldValue.of(current.head.first("Content-Type").orElse(current.defaultType));
        if (!type.value().startsWith("multipart/")) return;
        if (open.size() > limits.depth()) {
            current.unopened = true;
            return;
        }
        current.multipart = true;
        current.digest = type.value().equals("multipart/digest");
        current.boundary = type.parameter("boundary")
                .map(String::stripTrailing)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_BOUNDARY)
                .orElse(null);
    }

    private boolean isBoundary(Lines line) {
        var text = line.length() > LONGEST_BOUNDARY + 4
                ? ""
                : Charsets.guess(line.kept()).stripTrailing();
        for (var part : open) {
            if (!part.multipart) continue;
            if (part.boundary == null && part.parts.isEmpty() && part == open.peek() && text.length() > 2)
                part.boundary = text.substring(2);
            if (part.boundary == null) continue;
            if (text.equals("--" + part.boundary)) return beginWithin(part, line, true);
            if (text.equals("--" + part.boundary + "--")) return beginWithin(part, line, false);
        }
        return false;
    }

    private boolean beginWithin(Open multipart, Lines line, boolean another) {
        while (open.peek() != multipart) close(endOfFormerLine);
        if (!another) return true;
        if (parts++ >= limits.parts()) crowded = true;
        else begin(line.after(), multipart.digest ? "message/rfc822" : "text/plain");
        return true;
    }

    private void close(long at) {
        var done = open.pop();
        var end = Math.max(done.start, at);
        if (done.body < 0) endHead(done, done.oddLine < 0 ? end : done.oddLine);
        var head = done.head == null ? done.gathering.done() : done.head;
        var whole = mail.range(done.start, end);
        var part = new Part(
                head,
                whole,
                mail.range(Math.min(done.body, end), end),
                done.defaultType,
                List.copyOf(done.parts),
                done.unopened);
        var outer = open.peek();
        if (outer == null) root = part;
        else outer.parts.add(part);
    }
}
