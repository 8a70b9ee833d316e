package sportello.print;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.jspecify.annotations.Nullable;

/** Sheets of A4 that are written from top to bottom, a new one where the last is full. */
final class Paper implements AutoCloseable {
    static final float WIDTH = 483;

    private static final PDRectangle SIZE = PDRectangle.A4;
    private static final float MARGIN = 56;
    private static final float FOOT = 64;
    private static final float BAR = 10;
    private static final Color GOLD = new Color(210, 154, 0);

    private final PDDocument document = new PDDocument(IOUtils.createMemoryOnlyStreamCache());
    private final Typeface type;
    private @Nullable PDPageContentStream ink;
    private float y;
    private boolean marked;

    /** What stands under each sheet. */
    interface Foot {
        String right(int page, int pages);
    }

    /** @param toRight whether its texts stand at its right, as numbers do */
    record Column(float left, float width, boolean toRight) {
        private static final float GAP = 6;

        float room() {
            return width - GAP;
        }
    }

    Paper() throws IOException {
        type = new Typeface(document);
        turn();
    }

    PDDocument document() {
        return document;
    }

    /** From here on, or no longer, a bar in the margin marks what is not for everybody. */
    void mark(boolean on) {
        marked = on;
    }

    void text(String text, Style style) throws IOException {
        text(text, style, 0, WIDTH);
    }

    /** The text in a column, below what stands there. */
    void text(String text, Style style, float left, float width) throws IOException {
        for (var line : new Wrapping(type, style, width).lines(text)) {
            need(style.line());
            y -= style.line();
            bar(style.line());
            write(line, style, MARGIN + left, y + style.line() - style.size());
        }
    }

    /** A label and its value on one height. */
    void fact(String label, String value, float column) throws IOException {
        need(Style.FACT.line() * 2);
        var top = y;
        text(label, Style.LABEL, 0, column);
        var below = y;
        y = top;
        text(value, Style.FACT, column, WIDTH - column);
        y = Math.min(y, below);
    }

    /** Texts side by side, each broken in its column; a line of them goes on with the next sheet if it must. */
    void cells(List<String> texts, List<Column> columns, Style style) throws IOException {
        var broken = new ArrayList<List<String>>();
        for (var place = 0; place < texts.size(); place++)
            broken.add(new Wrapping(type, style, columns.get(place).room()).lines(texts.get(place)));
        var most = broken.stream().mapToInt(List::size).max().orElse(0);
        for (var line = 0; line < most; line++) {
            need(style.line());
            y -= style.line();
            for (var place = 0; place < texts.size(); place++)
                if (line < broken.get(place).size()) cell(broken.get(place).get(line), columns.get(place), style);
        }
    }

    private void cell(String text, Column column, Style style) throws IOException {
        var shift = column.toRight() ? column.room() - type.width(text, style) : 0;
        write(text, style, MARGIN + column.left() + shift, y + style.line() - style.size());
    }

    /** A picture at the right margin, no higher and no wider than it may be; the text goes on beside it. */
    void picture(BufferedImage picture, float height, float width) throws IOException {
        var scale = Math.min(height / picture.getHeight(), width / picture.getWidth());
        var wide = picture.getWidth() * scale;
        var high = picture.getHeight() * scale;
        ink().drawImage(
                        LosslessFactory.createFromImage(document, picture),
                        MARGIN + WIDTH - wide,
                        y - high,
                        wide,
                        high);
    }

    void gap(float height) throws IOException {
        if (y - height < FOOT) return;
        y -= height;
        bar(height);
    }

    void rule() throws IOException {
        ink().setStrokingColor(0.8f);
        ink().setLineWidth(0.6f);
        ink().moveTo(MARGIN, y);
        ink().lineTo(MARGIN + WIDTH, y);
        ink().stroke();
    }

    /** Goes on with the next sheet unless there is as much room on this one. */
    void need(float height) throws IOException {
        if (y - height < FOOT) turn();
    }

    /** The finished document, with a foot under each sheet. */
    byte[] finish(String left, Foot foot) throws IOException {
        ink().close();
        var pages = document.getNumberOfPages();
        for (var number = 1; number <= pages; number++) foot(document.getPage(number - 1), left, foot, number, pages);
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private void foot(PDPage page, String left, Foot foot, int number, int pages) throws IOException {
        ink = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true);
        y = FOOT - 14;
        rule();
        var right = foot.right(number, pages);
        var room = WIDTH - type.width(right, Style.LABEL) - 20;
        var lines = new Wrapping(type, Style.LABEL, room).lines(left);
        write(lines.getFirst(), Style.LABEL, MARGIN, y - 14);
        write(right, Style.LABEL, MARGIN + WIDTH - type.width(right, Style.LABEL), y - 14);
        ink().close();
    }

    private void turn() throws IOException {
        if (ink != null) ink.close();
        var page = new PDPage(SIZE);
        document.addPage(page);
        ink = new PDPageContentStream(document, page);
        y = SIZE.getHeight() - MARGIN;
    }

    private void write(String line, Style style, float x, float baseline) throws IOException {
        if (line.isBlank()) return;
        ink().beginText();
        ink().setNonStrokingColor(style.shade());
        ink().newLineAtOffset(x, baseline);
        for (var run : type.runs(line, style.heavy())) {
            ink().setFont(run.face().font(), style.size());
            ink().showText(run.text());
        }
        ink().endText();
    }

    private void bar(float height) throws IOException {
        if (!marked) return;
        ink().setNonStrokingColor(GOLD);
        ink().addRect(MARGIN - BAR, y, 2.5f, height);
        ink().fill();
    }

    private PDPageContentStream ink() {
        return Objects.requireNonNull(ink);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
