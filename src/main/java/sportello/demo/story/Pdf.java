package sportello.demo.story;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A text on one sheet of paper, as the simplest PDF that every reader opens. Its first line is the heading. */
final class Pdf {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    private Pdf() {}

    static byte[] of(String text) {
        return new Pdf().write(content(text));
    }

    private static String content(String text) {
        var lines = text.lines().toList();
        var rest = lines.stream()
                .skip(1)
                .map(line -> "T* (" + escaped(line) + ") Tj")
                .collect(Collectors.joining("\n"));
        return """
                BT
                /F2 16 Tf
                72 770 Td
                (%s) Tj
                /F1 11 Tf
                17 TL
                %s
                ET""".formatted(escaped(lines.getFirst()), rest);
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\()])", "\\\\$1");
    }

    private byte[] write(String content) {
        put("%PDF-1.4\n");
        object("<< /Type /Catalog /Pages 2 0 R >>");
        object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>");
        object("<< /Length %d >>\nstream\n%s\nendstream".formatted(content.getBytes(WINDOWS).length, content));
        object(font("Helvetica"));
        object(font("Helvetica-Bold"));
        trailer();
        return out.toByteArray();
    }

    private static String font(String name) {
        return "<< /Type /Font /Subtype /Type1 /BaseFont /" + name + " /Encoding /WinAnsiEncoding >>";
    }

    private void object(String body) {
        offsets.add(out.size());
        put("%d 0 obj\n%s\nendobj\n".formatted(offsets.size(), body));
    }

    private void trailer() {
        var start = out.size();
        put("xref\n0 %d\n0000000000 65535 f \n".formatted(offsets.size() + 1));
        for (var offset : offsets) put("%010d 00000 n \n".formatted(offset));
        put("trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n".formatted(offsets.size() + 1, start));
    }

    private void put(String text) {
        out.writeBytes(text.getBytes(WINDOWS));
    }
}
