package sportello.web.login;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.identity.FactorDraft;

/**
 * The page that shows a key to the authenticator app.
 *
 * @param action where the first code goes
 * @param target where to go afterwards
 * @param withheld a form that waits there, encrypted; empty for none
 */
public record FactorPage(
        FactorDraft draft,
        QrCode code,
        String action,
        String target,
        String withheld,
        @Nullable Refusal refusal) {}
