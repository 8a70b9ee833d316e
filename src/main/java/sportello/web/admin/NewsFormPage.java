package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import sportello.agent.KeptNews;
import sportello.base.Refusal;

/** @param kept the piece that is corrected, null for a new one */
public record NewsFormPage(
        @Nullable KeptNews kept, NewsForm form, @Nullable Refusal refusal) {

    public String action() {
        return kept == null ? Area.NEWS.address() : Area.NEWS.address() + "/" + kept.id();
    }
}
