package sportello.print;

import java.io.IOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** One of our fonts within a document, which takes in only the signs that are used. */
record Face(PDFont font, TrueTypeFont outlines, CmapLookup signs) {

    static Face load(PDDocument document, String file) throws IOException {
        try (var bytes = Objects.requireNonNull(Face.class.getResourceAsStream(file), file)) {
            var outlines = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            // Ligatures would make text that is copied or searched differ from what was written.
            outlines.setEnableGsub(false);
            document.registerTrueTypeFontForClosing(outlines);
            return new Face(PDType0Font.load(document, outlines, true), outlines, outlines.getUnicodeCmapLookup());
        }
    }

    boolean has(int sign) {
        return signs.getGlyphId(sign) != 0;
    }

    /** At a size of one point. */
    float width(int sign) throws IOException {
        return (float) outlines.getAdvanceWidth(signs.getGlyphId(sign)) / outlines.getUnitsPerEm();
    }
}
