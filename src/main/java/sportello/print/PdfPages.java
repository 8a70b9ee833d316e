package sportello.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Pages of a document that came from outside, as pictures: whatever it holds, only pixels leave. What is too large, unfolds
 * into too much or takes too long is not drawn, and so many at a time are; nothing is asked of network or disk.
 */
@Component
public class PdfPages {
    /** So many pages of a document are shown. */
    public static final int MOST = 10;

    /** In bytes, a document. */
    public static final long LARGEST = 10_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(PdfPages.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int AT_A_TIME = 2;
    private static final float WIDEST = 1_100;
    private static final float MOST_PIXELS = 3_000_000;

    private final Semaphore desks = new Semaphore(AT_A_TIME);
    private final Duration patience;

    @Autowired
    PdfPages() {
        this(PATIENCE);
    }

    /** @param patience how long a drawing is waited for, and before it a desk */
    PdfPages(Duration patience) {
        this.patience = patience;
    }

    /** How many pages the document has, 0 if it cannot be read. */
    public int count(byte[] document) {
        return drawn(document, PDDocument::getNumberOfPages).orElse(0);
    }

    /** One of the pages that are shown, from 1 on, as PNG; nothing if it cannot be drawn. */
    public Optional<byte[]> page(byte[] document, int number) {
        if (number < 1 || number > MOST) return Optional.empty();
        return drawn(document, pdf -> number > pdf.getNumberOfPages() ? new byte[0] : png(pdf, number - 1))
                .filter(picture -> picture.length > 0);
    }

    private interface Reading<T> {
        T from(PDDocument pdf) throws IOException;
    }

    private <T> Optional<T> drawn(byte[] document, Reading<T> reading) {
        if (document.length > LARGEST || !TamePdf.is(document)) return Optional.empty();
        return inTime(() -> {
            try (var pdf = Loader.loadPDF(document, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
                return reading.from(pdf);
            }
        });
    }

    /** In a thread of its own, which gives its desk back when it has really ended. */
    <T> Optional<T> inTime(Callable<T> work) {
        try {
            if (!desks.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) return Optional.empty();
            var task = new FutureTask<>(() -> {
                try {
                    return work.call();
                } finally {
                    desks.release();
                }
            });
            Thread.ofPlatform().daemon().name("pdf-preview").start(task);
            return Optional.of(task.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            LOG.debug("a document was not drawn", e);
            return Optional.empty();
        }
    }

    private byte[] png(PDDocument pdf, int index) throws IOException {
        var renderer = new CautiousRenderer(pdf, patience);
        var picture = renderer.renderImage(index, scale(pdf.getPage(index)), ImageType.RGB);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    /** As wide as it is read, unless that were a wall. */
    private static float scale(PDPage page) throws IOException {
        var box = page.getCropBox();
        var area = box.getWidth() * box.getHeight();
        if (!(box.getWidth() >= 1 && box.getHeight() >= 1)) throw new IOException("a page without a size");
        return (float) Math.min(2, Math.min(WIDEST / box.getWidth(), Math.sqrt(MOST_PIXELS / area)));
    }
}
