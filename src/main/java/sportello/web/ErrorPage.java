package sportello.web;

import org.jspecify.annotations.Nullable;

/**
 * What a page says when something is not as it should be.
 *
 * @param status the HTTP status; the sentences stand under {@code error.<status>.} in the messages
 * @param id names the error in the log, where there is something to look up
 */
public record ErrorPage(int status, @Nullable String id) {

    /** The key of its sentences; statuses without their own share those of their class. */
    public String key() {
        return "error." + told();
    }

    /** The same for a program. */
    Problem problem(Words words) {
        return new Problem(status, words.t("problem." + told(), id == null ? "" : id));
    }

    private int told() {
        return switch (status) {
            case 400, 401, 403, 404, 405, 413, 503, 507 -> status;
            default -> status < 500 ? 400 : 500;
        };
    }
}
