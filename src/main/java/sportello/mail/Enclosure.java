package sportello.mail;

import jakarta.activation.DataSource;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;
import sportello.storage.Hash;

/** A file that goes along with a letter, as the mail library reads it: piece by piece. */
record Enclosure(LetterFile file, Function<Hash, InputStream> bytes) implements DataSource {

    @Override
    public InputStream getInputStream() {
        return bytes.apply(file.hash());
    }

    @Override
    public OutputStream getOutputStream() {
        throw new UnsupportedOperationException("only to be read");
    }

    @Override
    public String getContentType() {
        return file.mediaType();
    }

    @Override
    public String getName() {
        return file.name();
    }
}
