package sportello.web.admin;

import java.util.List;
import sportello.reply.KeptTemplate;
import sportello.reply.TemplateKind;

/** The prepared texts, by name. */
public record TemplatesPage(List<KeptTemplate> templates) {

    /** The forms in which it is offered, in their order. */
    public List<TemplateKind> kinds(KeptTemplate kept) {
        return kept.details().kinds().stream().sorted().toList();
    }
}
