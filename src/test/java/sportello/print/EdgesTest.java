package sportello.print;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import sportello.Edge;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {
    private final PdfPages pages = new PdfPages();

    @Test
    void a_picture_has_so_many_pixels() throws Exception {
        Edge.of("print/Picture.MOST_PIXELS").isTheLast(many -> {
            var png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(many, 1, BufferedImage.TYPE_BYTE_BINARY), "png", png);
            return Optional.ofNullable(Picture.of(png.toByteArray())).isPresent();
        });
    }

    @Test
    void a_picture_in_a_document_has_so_many_pixels() throws Exception {
        try (var document = new PDDocument()) {
            Edge.of("print/CautiousRenderer.MOST_PIXELS").isTheLast(many -> {
                var stream = new PDStream(document, new ByteArrayInputStream(new byte[1]));
                stream.getCOSObject().setInt(COSName.WIDTH, many);
                stream.getCOSObject().setInt(COSName.HEIGHT, 1);
                return CautiousRenderer.isSmall(new PDImageXObject(stream, null));
            });
        }
    }

    @Test
    void a_document_has_so_many_bytes() throws Exception {
        var bare = document("\n".repeat(9_000_000)).length - 9_000_000;
        Edge.of("print/PdfPages.LARGEST").isTheLast(size -> pages.count(document("\n".repeat(size - bare))) == 1);
    }

    private static byte[] document(String drawn) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            page.setContents(new PDStream(document, new ByteArrayInputStream(drawn.getBytes(ISO_8859_1))));
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    @Test
    void so_much_is_drawn() throws Exception {
        var patience = Duration.ofHours(1);
        new Edge("operations of a page", 100).isTheLast(many -> {
            try (var document = Loader.loadPDF(document("n\n".repeat(many)))) {
                return new CautiousRenderer(document, patience, 100).renderImage(0) != null;
            } catch (IOException tooMuch) {
                return false;
            }
        });
        try (var document = Loader.loadPDF(document("n\n"))) {
            assertThat(new CautiousRenderer(document, patience))
                    .extracting("most")
                    .isEqualTo(Edge.of("print/CautiousRenderer.MOST_OPERATIONS").limit());
        }
    }

    /** Not even by whoever finds no desk because of it. */
    @Test
    void what_never_ends_is_not_waited_for() throws Exception {
        var hasty = new PdfPages(Duration.ofMillis(100));
        var end = new CountDownLatch(1);
        for (var desk = 0; desk < 3; desk++)
            assertThat(hasty.inTime(() -> {
                        end.await();
                        return "drawn";
                    }))
                    .isEmpty();
        end.countDown();
        try (var document = Loader.loadPDF(document("n\n"))) {
            assertThat(new CautiousRenderer(document, Duration.ofHours(1)).renderImage(0))
                    .isNotNull();
            assertThatThrownBy(() -> new CautiousRenderer(document, Duration.ofHours(-1)).renderImage(0))
                    .isInstanceOf(IOException.class);
        }
        assertThat(pages)
                .extracting("patience")
                .isEqualTo(Edge.of("print/PdfPages.PATIENCE").time());
    }

    @Test
    void a_document_unfolds_into_so_much() throws Exception {
        var most = Edge.of("print/TamePdf.MOST_UNFOLDED");
        var much = stream(most.limit() - 9);
        most.isTheLast(size -> TamePdf.is(("%PDF-1.7" + much + stream(size - most.limit() + 9)).getBytes(ISO_8859_1)));
    }

    /** Of so many bytes, folded. */
    private static String stream(int unfolded) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var folding = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            folding.write(new byte[unfolded]);
        }
        return "\n1 0 obj<</Filter/FlateDecode>>stream\n" + bytes.toString(ISO_8859_1) + "\nendstream endobj";
    }

    @Test
    void what_is_folded_in_the_old_way_has_so_many_bytes() throws Exception {
        var head = "%PDF-1.4 /LZWDecode".getBytes(ISO_8859_1);
        Edge.of("print/TamePdf.LARGEST_OF_THE_OLD_KIND").isTheLast(size -> TamePdf.is(Arrays.copyOf(head, size)));
    }
}
