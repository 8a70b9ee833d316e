package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import sportello.queue.RoutingTrial;

/**
 * @param trial where the request would go, null while none was given
 * @param owner the name of who would hold it, empty if nobody
 * @param hidden whether whoever asks would not see it there
 */
public record RoutingTrialPage(
        RoutingTrialForm form,
        @Nullable RoutingTrial trial,
        String customer,
        String owner,
        String responsible,
        boolean hidden) {
    static final RoutingTrialPage BLANK = new RoutingTrialPage(RoutingTrialForm.BLANK, null, "", "", "", false);
}
