package sportello.web.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import sportello.queue.QueueId;
import sportello.reply.FreshFile;
import sportello.reply.KeptTemplate;
import sportello.reply.TemplateDetails;
import sportello.reply.TemplateKind;

/**
 * A template as somebody typed it.
 *
 * @param version of the template that is corrected
 * @param id of the template that is corrected, for the preview
 * @param kind the keys of the forms that are ticked
 * @param queue the numbers of the queues that are ticked
 * @param gone the numbers of the files that shall go
 * @param number of the ticket with which it is tried
 */
public record TemplateForm(
        @Nullable Integer version,
        @Nullable Long id,
        String name,
        String body,
        List<String> kind,
        List<Long> queue,
        @Nullable Boolean valid,
        List<Long> gone,
        List<MultipartFile> files,
        String number) {
    static final TemplateForm BLANK =
            new TemplateForm(null, null, null, null, List.of("answer", "mail"), null, true, null, null, null);

    public TemplateForm(
            @Nullable Integer version,
            @Nullable Long id,
            @Nullable String name,
            @Nullable String body,
            @Nullable List<String> kind,
            @Nullable List<Long> queue,
            @Nullable Boolean valid,
            @Nullable List<Long> gone,
            @Nullable List<MultipartFile> files,
            @Nullable String number) {
        this.version = version;
        this.id = id;
        this.name = Objects.requireNonNullElse(name, "");
        this.body = Objects.requireNonNullElse(body, "");
        this.kind = kind == null ? List.of() : List.copyOf(kind);
        this.queue = queue == null
                ? List.of()
                : queue.stream().filter(Objects::nonNull).toList();
        this.valid = valid;
        this.gone = gone == null
                ? List.of()
                : gone.stream().filter(Objects::nonNull).toList();
        this.files = files == null ? List.of() : List.copyOf(files);
        this.number = Objects.requireNonNullElse(number, "");
    }

    static TemplateForm of(KeptTemplate kept) {
        var details = kept.details();
        return new TemplateForm(
                kept.version(),
                kept.id().value(),
                details.name(),
                details.body(),
                details.kinds().stream().map(TemplateKind::key).toList(),
                details.queues().stream().map(QueueId::value).toList(),
                details.valid(),
                null,
                null,
                null);
    }

    public int seen() {
        return version == null ? 0 : version;
    }

    public boolean isValid() {
        return Boolean.TRUE.equals(valid);
    }

    TemplateDetails details() {
        return new TemplateDetails(
                name,
                body,
                Arrays.stream(TemplateKind.values())
                        .filter(one -> kind.contains(one.key()))
                        .collect(Collectors.toSet()),
                queue.stream().map(QueueId::new).collect(Collectors.toSet()),
                isValid());
    }

    /** Those that were chosen; for none, browsers send one that is empty. */
    List<FreshFile> fresh() {
        return files.stream()
                .filter(file -> !file.isEmpty())
                .map(file -> new FreshFile(
                        Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                        Objects.requireNonNullElse(file.getContentType(), ""),
                        file::getInputStream))
                .toList();
    }
}
