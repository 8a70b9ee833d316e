package sportello.web.portal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A new request as it was typed. */
record RequestForm(
        UUID form,
        @Nullable Long customer,
        @Nullable Long service,
        String title,
        String text,
        Map<String, String> fields,
        List<MultipartFile> files) {

    RequestForm(
            @Nullable UUID form,
            @Nullable Long customer,
            @Nullable Long service,
            @Nullable String title,
            @Nullable String text,
            @Nullable Map<String, String> fields,
            @Nullable List<MultipartFile> files) {
        this.form = form == null ? UUID.randomUUID() : form;
        this.customer = customer;
        this.service = service;
        this.title = Objects.requireNonNullElse(title, "");
        this.text = Objects.requireNonNullElse(text, "");
        this.fields = fields == null ? Map.of() : Map.copyOf(fields);
        this.files = files == null ? List.of() : files;
    }
}
