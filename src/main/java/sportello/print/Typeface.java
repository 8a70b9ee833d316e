package sportello.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** The fonts of one document. What the text fonts lack is looked for among the emoji; what nobody has becomes a box. */
final class Typeface {
    private static final int BOX = 0x25AF;

    private final PDDocument document;
    private final Face plain;
    private final Face bold;
    private @Nullable Face emoji;

    /** Signs that stand together in one font. */
    record Run(Face face, String text) {}

    private record Sign(Face face, int code) {}

    Typeface(PDDocument document) throws IOException {
        this.document = document;
        plain = Face.load(document, "DejaVuSans.ttf");
        bold = Face.load(document, "DejaVuSans-Bold.ttf");
    }

    /** The text cut where the font changes. */
    List<Run> runs(String text, boolean heavy) throws IOException {
        var runs = new ArrayList<Run>();
        var current = new StringBuilder();
        var face = heavy ? bold : plain;
        for (var code : text.codePoints().filter(Typeface::isSeen).toArray()) {
            var sign = sign(code, heavy);
            if (!sign.face().equals(face) && !current.isEmpty()) {
                runs.add(new Run(face, current.toString()));
                current.setLength(0);
            }
            face = sign.face();
            current.appendCodePoint(sign.code());
        }
        if (!current.isEmpty()) runs.add(new Run(face, current.toString()));
        return runs;
    }

    float width(String text, Style style) throws IOException {
        var width = 0f;
        for (var code : text.codePoints().filter(Typeface::isSeen).toArray()) width += width(code, style);
        return width;
    }

    float width(int code, Style style) throws IOException {
        var sign = sign(code, style.heavy());
        return sign.face().width(sign.code()) * style.size();
    }

    private Sign sign(int code, boolean heavy) throws IOException {
        var face = heavy ? bold : plain;
        if (face.has(code)) return new Sign(face, code);
        if (Character.isSupplementaryCodePoint(code) || code >= 0x2190 && code <= 0x2BFF) {
            if (emoji == null) emoji = Face.load(document, "NotoEmoji.ttf");
            if (emoji.has(code)) return new Sign(emoji, code);
        }
        return new Sign(plain, BOX);
    }

    /** Joiners and selectors only say how neighbours are drawn. */
    private static boolean isSeen(int code) {
        var type = Character.getType(code);
        return type != Character.FORMAT
                && type != Character.CONTROL
                && !(code >= 0xFE00 && code <= 0xFE0F)
                && !(code >= 0x1F3FB && code <= 0x1F3FF);
    }
}
