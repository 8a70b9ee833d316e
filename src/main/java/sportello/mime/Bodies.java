package sportello.mime;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.base.Html;

/**
 * Sorts the parts of a mail into what is read and what is a file. Of alternatives the plain text and the HTML are kept side by
 * side; what stands one after the other is put together.
 */
final class Bodies {

    private static final Set<String> TNEF = Set.of("application/ms-tnef", "application/vnd.ms-tnef");

    private final Spool spool;
    private final Limits limits;
    private final FileNames names;
    private final List<MailFile> files = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private int plainLeft;
    private int htmlLeft;

    /** A stretch of the mail: as plain text, as HTML, or as both. */
    private record Section(@Nullable String plain, @Nullable String html) {

        String readable() {
            if (plain != null && !plain.isBlank() || html == null) return plain == null ? "" : plain;
            return Markup.readable(html);
        }

        String markup() {
            return html == null ? Html.ofText(plain == null ? "" : plain).markup() : html;
        }
    }

    private Bodies(Spool spool, Limits limits, FileNames names) {
        this.spool = spool;
        this.names = names;
        this.limits = limits;
        this.plainLeft = limits.textLength();
        this.htmlLeft = limits.textLength();
    }

    /**
     * Reads a mail; one with too many parts is kept whole besides. A subject that was encrypted stands in the text, which
     * goes nowhere in the clear.
     */
    static Contents read(Layer layer, Spool.Bytes whole, Spool spool, Limits limits, FileNames names)
            throws IOException {
        var bodies = new Bodies(spool, limits, names);
        if (layer.subject() != null)
            bodies.sections.add(new Section(MessageFormat.format(names.ours("subject"), layer.subject()), null));
        bodies.walk(layer.mail(), true);
        for (var part : layer.around()) bodies.keepAround(part);
        if (layer.cut().crowded()) bodies.keepBytes(whole, names.usual("message/rfc822"));
        return bodies.contents();
    }

    private void walk(Part part, boolean root) throws IOException {
        spool.deadline().check();
        if (part.unopened()) keepUnopened(part);
        else if (part.is("multipart/alternative")) alternatives(part);
        else if (!part.parts().isEmpty()) for (var inner : part.parts()) walk(inner, false);
        else if (!isRead(part, root)) keep(part);
        else if (part.is("text/html")) html(part);
        else plain(part);
    }

    /** An empty multipart is read as text, so that what stands in it is not lost. */
    static boolean isRead(Part part, boolean root) {
        var type = part.type();
        if (type.startsWith("multipart/")) return true;
        if (!type.equals("text/plain") && !type.equals("text/html")) return false;
        if (part.disposition().value().equals("attachment")) return false;
        return root || part.name().isEmpty();
    }

    private void alternatives(Part part) throws IOException {
        var before = sections.size();
        for (var inner : part.parts()) walk(inner, false);
        if (part.parts().isEmpty()) plain(part);
        var choices = List.copyOf(sections.subList(before, sections.size()));
        sections.subList(before, sections.size()).clear();
        var plain = joined(choices.stream()
                .filter(one -> one.plain() != null)
                .map(Section::readable)
                .toList());
        var html = joined(choices.stream()
                .filter(one -> one.html() != null)
                .map(Section::markup)
                .toList());
        if (plain != null || html != null) sections.add(new Section(plain, html));
    }

    private static @Nullable String joined(List<String> texts) {
        return texts.isEmpty()
                ? null
                : texts.stream().filter(text -> !text.isBlank()).collect(joining("\n\n"));
    }

    private void plain(Part part) throws IOException {
        var text = text(part, plainLeft);
        if (text == null) keepNamed(part, "", "text/plain");
        else plainLeft = left(plainLeft, text, part);
        if (text == null) return;
        var type = part.contentType();
        var flowed = type.parameter("format").filter("flowed"::equalsIgnoreCase).isPresent();
        var joinedUp = type.parameter("delsp").filter("yes"::equalsIgnoreCase).isPresent();
        var clean = CleanMail.lines(text.words());
        sections.add(new Section(flowed ? FlowedText.of(clean, joinedUp) : clean, null));
    }

    private void html(Part part) throws IOException {
        var text = text(part, htmlLeft);
        if (text == null) keepNamed(part, "", "text/html");
        else htmlLeft = left(htmlLeft, text, part);
        if (text != null) sections.add(new Section(null, CleanMail.markup(text.words())));
    }

    /** What is too long to be kept in memory is a file besides. */
    private int left(int before, Text text, Part part) throws IOException {
        if (!text.cut()) return before - text.size();
        keepNamed(part, "", part.is("text/html") ? "text/html" : "text/plain");
        return 0;
    }

    private record Text(String words, int size, boolean cut) {}

    private static @Nullable Text text(Part part, int most) throws IOException {
        if (most <= 0) return null;
        try (var bytes = HonestEncoding.open(part)) {
            var read = bytes.readNBytes(most);
            var cut = bytes.read() >= 0;
            return new Text(Charsets.decode(read, charset(part, read), !cut), read.length, cut);
        }
    }

    /** HTML may say itself what it is written in, where the mail does not. */
    private static @Nullable String charset(Part part, byte[] text) {
        return part.charset()
                .or(() -> part.is("text/html") ? Markup.charset(text) : Optional.empty())
                .orElse(null);
    }

    private void keep(Part part) throws IOException {
        var name = part.name();
        if (TNEF.contains(part.type()) || name.equalsIgnoreCase("winmail.dat")) {
            if (unpacked(part)) return;
        }
        if (part.is("message/rfc822") && name.isEmpty()) name = subjectWithin(part) + ".eml";
        keepNamed(part, name, part.type());
    }

    /** Neither unpacked nor shown within what is read. */
    private void keepAround(Part part) throws IOException {
        if (part.unopened()) keepUnopened(part);
        else add(part, part.name(), part.type(), null);
    }

    private boolean saysNothing() {
        return sections.stream().allMatch(section -> section.readable().isBlank());
    }

    /** What Outlook says as text and as HTML is the same, and only said where the mail says nothing itself. */
    private boolean unpacked(Part part) throws IOException {
        var plain = new ArrayList<String>();
        var html = new ArrayList<String>();
        try (var bytes = part.open()) {
            var whole = Tnef.unpack(
                    spool.keep(bytes),
                    spool.deadline(),
                    names,
                    files,
                    (text, isHtml) -> (isHtml ? html : plain).add(text));
            if (saysNothing() && !(plain.isEmpty() && html.isEmpty()))
                sections.add(new Section(
                        plain.isEmpty() ? null : CleanMail.lines(plain.getFirst()),
                        html.isEmpty() ? null : CleanMail.markup(html.getFirst())));
            return whole;
        }
    }

    private String subjectWithin(Part part) throws IOException {
        if (!part.plainlyWritten()) return names.ours("mail");
        var subject = Head.of(part.body(), limits, spool.deadline()).text("Subject");
        return subject.isBlank()
                ? names.ours("mail")
                : subject.replace('/', '-').replace('\\', '-');
    }

    private void keepNamed(Part part, String name, String type) throws IOException {
        var id = part.head().first("Content-ID").map(Bodies::contentId).filter(some -> !some.isEmpty());
        add(part, name, type, id.orElse(null));
    }

    private void add(Part part, String name, String type, @Nullable String id) throws IOException {
        var size = part.plainlyWritten() ? part.body().size() : count(part.open());
        files.add(new MailFile(names.safe(name, type), type, size, id, false, part::open));
    }

    private void keepUnopened(Part part) {
        keepBytes(part.whole(), names.ours("part"));
    }

    private void keepBytes(Spool.Bytes bytes, String name) {
        files.add(new MailFile(name, "message/rfc822", bytes.size(), null, false, bytes::open));
    }

    private static String contentId(String raw) {
        var id = CleanMail.line(raw, 500).strip();
        if (id.startsWith("<")) id = id.substring(1);
        return id.endsWith(">") ? id.substring(0, id.length() - 1) : id;
    }

    private long count(InputStream bytes) throws IOException {
        var buffer = new byte[1 << 14];
        var size = 0L;
        try (bytes) {
            for (var read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                spool.deadline().check();
                size += read;
            }
        }
        return size;
    }

    private Contents contents() {
        spool.deadline().check();
        var text = sections.stream()
                .map(Section::readable)
                .filter(some -> !some.isBlank())
                .collect(joining("\n\n"));
        spool.deadline().check();
        var anyHtml = sections.stream().anyMatch(section -> section.html() != null);
        var html = anyHtml ? sections.stream().map(Section::markup).collect(joining("\n")) : null;
        var shown = html == null ? Set.<String>of() : Pictures.shownIn(html);
        var sorted = files.stream()
                .map(file -> file.shownIn(file.contentId() != null && shown.contains(file.contentId())))
                .toList();
        return new Contents(text, html, Quote.from(text), sorted);
    }
}
