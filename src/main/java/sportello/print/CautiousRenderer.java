package sportello.print;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws only so long and so much; pictures that would be walls are left out. */
final class CautiousRenderer extends PDFRenderer {
    private static final int MOST_OPERATIONS = 500_000;
    private static final long MOST_PIXELS = 25_000_000;
    private static final List<String> PHOTOGRAPHS = List.of("DCTDecode", "DCT");

    private final long until;
    private final int most;
    private int operations;

    CautiousRenderer(PDDocument document, Duration patience) {
        this(document, patience, MOST_OPERATIONS);
    }

    CautiousRenderer(PDDocument document, Duration patience, int most) {
        super(document);
        setSubsamplingAllowed(true);
        until = System.nanoTime() + patience.toNanos();
        this.most = most;
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    private final class Drawer extends PageDrawer {

        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            operations++;
            if (operations > most || System.nanoTime() - until > 0) throw new IOException("too much to draw");
            super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            if (isSmall(image)) super.drawImage(image);
        }
    }

    static boolean isSmall(PDImage image) throws IOException {
        if ((long) image.getWidth() * image.getHeight() > MOST_PIXELS) return false;
        if (!(image instanceof PDImageXObject object)) return true;
        var mask = object.getMask();
        var soft = object.getSoftMask();
        return isSmallInside(object) && (mask == null || isSmall(mask)) && (soft == null || isSmall(soft));
    }

    /** A photograph says itself how large it is, whatever is said around it. */
    private static boolean isSmallInside(PDImageXObject image) throws IOException {
        if (!"jpg".equals(image.getSuffix())) return true;
        try (var bytes = image.getStream().createInputStream(PHOTOGRAPHS);
                var stream = ImageIO.createImageInputStream(bytes)) {
            var readers = ImageIO.getImageReadersByFormatName("jpeg");
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
            } finally {
                reader.dispose();
            }
        }
    }
}
