package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.queue.KeptQueue;
import sportello.reply.KeptTemplate;
import sportello.reply.Placeholders;
import sportello.reply.TemplateKind;

/**
 * @param kept the template that is corrected, null for a new one
 * @param queues those for which it can be meant
 * @param names of what can stand in it
 * @param preview how it reads with a ticket, null if nobody asked
 */
public record TemplateFormPage(
        @Nullable KeptTemplate kept,
        TemplateForm form,
        List<KeptQueue> queues,
        List<String> names,
        Placeholders.@Nullable Filled<String> preview,
        @Nullable Refusal refusal) {

    public String action() {
        return kept == null
                ? Area.TEMPLATES.address()
                : Area.TEMPLATES.address() + "/" + kept.id().value();
    }

    public List<TemplateKind> kinds() {
        return List.of(TemplateKind.values());
    }

    public boolean isFor(TemplateKind kind) {
        return form.kind().contains(kind.key());
    }

    public boolean isFor(KeptQueue queue) {
        return form.queue().contains(queue.queue().id().value());
    }

    /** What can stand in it, as it is written there. */
    public List<String> places() {
        return Placeholders.written(names);
    }
}
