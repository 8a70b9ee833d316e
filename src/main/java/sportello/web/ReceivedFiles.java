package sportello.web;

import java.util.List;
import java.util.Objects;
import org.springframework.web.multipart.MultipartFile;
import sportello.ticket.Upload;

/** The files of a form, which lie on disk until the request ends. */
public final class ReceivedFiles {

    private ReceivedFiles() {}

    /** Those that were chosen; for none, browsers send one without a name. */
    public static List<Upload> chosen(List<MultipartFile> files) {
        return files.stream()
                .filter(file -> !nameOf(file).isEmpty())
                .map(ReceivedFiles::upload)
                .toList();
    }

    private static Upload upload(MultipartFile file) {
        return new Upload(
                nameOf(file),
                Objects.requireNonNullElse(file.getContentType(), ""),
                file.getSize(),
                file::getInputStream);
    }

    private static String nameOf(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }
}
