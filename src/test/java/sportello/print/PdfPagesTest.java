package sportello.print;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Documents from outside become pictures of their first pages, and the hostile ones nothing. */
class PdfPagesTest {
    private final PdfPages pages = new PdfPages();

    @Test
    void a_real_document_is_drawn() throws IOException {
        var form = new ClassPathResource("demo/modulo-sopralluogo.pdf").getContentAsByteArray();

        assertThat(pages.count(form)).isEqualTo(1);
        var picture = ImageIO.read(new ByteArrayInputStream(pages.page(form, 1).orElseThrow()));
        assertThat(picture.getWidth()).isEqualTo(1_100);
        var dark = 0;
        for (var x = 0; x < picture.getWidth(); x++)
            for (var y = 0; y < picture.getHeight(); y++) if ((picture.getRGB(x, y) & 0xff) < 100) dark++;
        assertThat(dark).isGreaterThan(1_000);
        assertThat(pages.page(form, 2)).isEmpty();
        assertThat(pages.page(form, 0)).isEmpty();
    }

    @Test
    void of_a_long_one_the_first_pages() throws IOException {
        var book = document(40, PDRectangle.A4);

        assertThat(pages.count(book)).isEqualTo(40);
        assertThat(pages.page(book, PdfPages.MOST)).isPresent();
        assertThat(pages.page(book, PdfPages.MOST + 1)).isEmpty();
    }

    @Test
    void a_page_as_large_as_a_field_becomes_no_larger_picture() throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(
                pages.page(document(1, new PDRectangle(14_400, 14_400)), 1).orElseThrow()));

        assertThat((long) picture.getWidth() * picture.getHeight()).isLessThan(3_100_000);
    }

    @Test
    void what_unfolds_into_too_much_is_left_folded() throws IOException {
        var bomb = bytes("<</Length 1/Filter/FlateDecode>>", folded(150_000_000));
        var twice = bytes("<</Filter [/FlateDecode /FlateDecode]>>", folded(10));
        var hidden = bytes("<</Filter [/Fl#61teDecode /FlateDecode]>>", folded(10));
        var letterByLetter = bytes("<</#46#69#6c#74#65#72 [/Fl /Fl]>>", folded(10));
        var elsewhere = bytes("<</Filter 7 0 R>>", folded(10));

        assertThat(TamePdf.is(bytes("<</Filter/FlateDecode>>", folded(1_000)))).isTrue();
        assertThat(TamePdf.is(bomb)).isFalse();
        assertThat(TamePdf.is(twice)).isFalse();
        assertThat(TamePdf.is(hidden)).isFalse();
        assertThat(TamePdf.is(letterByLetter)).isFalse();
        assertThat(TamePdf.is(bytes("<</BaseFont/Comic#20Sans/Filter/FlateDecode>>", folded(10))))
                .isTrue();
        assertThat(TamePdf.is(elsewhere)).isFalse();
        assertThat(pages.count(bomb)).isZero();
    }

    @Test
    void endless_drawing_comes_to_an_end() throws IOException {
        var endless = "0 0 m 9 9 l S\n".repeat(600_000).getBytes(ISO_8859_1);
        var document = new PDDocument();
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        page.setContents(new org.apache.pdfbox.pdmodel.common.PDStream(document, new ByteArrayInputStream(endless)));

        assertThat(pages.page(saved(document), 1)).isEmpty();
    }

    @Test
    void what_is_no_document_or_larger_than_is_read_has_no_pages() {
        assertThat(pages.count("%PDF-1.7".getBytes(ISO_8859_1))).isZero();
        assertThat(pages.count("<html>".getBytes(ISO_8859_1))).isZero();
        assertThat(pages.count(new byte[(int) PdfPages.LARGEST + 1])).isZero();
    }

    private static byte[] document(int pages, PDRectangle size) throws IOException {
        var document = new PDDocument();
        for (var i = 0; i < pages; i++) document.addPage(new PDPage(size));
        return saved(document);
    }

    private static byte[] saved(PDDocument document) throws IOException {
        try (document) {
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] bytes(String head, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(("%PDF-1.7\n1 0 obj" + head + "stream\n").getBytes(ISO_8859_1));
        bytes.write(content);
        bytes.write("\nendstream endobj".getBytes(ISO_8859_1));
        return bytes.toByteArray();
    }

    private static byte[] folded(int length) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var folding = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) {
            var zeros = new byte[10_000];
            for (var left = length; left > 0; left -= zeros.length)
                folding.write(zeros, 0, Math.min(left, zeros.length));
        }
        return bytes.toByteArray();
    }
}
