package sportello.web.portal;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A reply as it was typed. */
record ReplyForm(UUID form, String text, List<MultipartFile> files) {

    ReplyForm(@Nullable UUID form, @Nullable String text, @Nullable List<MultipartFile> files) {
        this.form = form == null ? UUID.randomUUID() : form;
        this.text = Objects.requireNonNullElse(text, "");
        this.files = files == null ? List.of() : files;
    }
}
