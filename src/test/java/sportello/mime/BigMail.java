package sportello.mime;

import java.nio.file.Path;
import sportello.base.Language;

/** Reads one mail of fifty megabytes; run with a small heap. */
final class BigMail {

    private static final String HEAD =
            "From: giulia.moretti@roccalba.example\nContent-Type: multipart/mixed; boundary=b\n\n"
                    + "--b\n\nUn file grande.\n--b\nContent-Type: application/zip; name=grande.zip\nContent-Transfer-Encoding: base64\n\n";

    private BigMail() {}

    public static void main(String[] folder) throws Exception {
        var mail = Drip.of(HEAD, "QUJD".repeat(19) + "\n", 648_421, "\n--b--\n");
        var reading = TestMail.reader(Limits.STANDARD, Path.of(folder[0])).read(mail, Language.ITALIAN);
        if (!(reading instanceof Reading.Readable(var read))) throw new IllegalStateException(reading.toString());
        try (read) {
            System.out.println(
                    read.files().size() + " file of " + read.files().getFirst().size() + " bytes");
        }
    }
}
