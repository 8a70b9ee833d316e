package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.audit.AccessKind;
import sportello.audit.AccessLine;

/**
 * Who came in, who did not, and what was taken along; newest first.
 *
 * @param months for which lines are kept
 * @param later whether these are not the newest
 * @param next the address of the lines before these, null if there are none
 */
public record AccessLogPage(
        AccessLogForm form,
        int months,
        List<AccessLine> lines,
        boolean later,
        @Nullable String next) {
    static final int MOST = 50;

    /** @param found one more than are shown, if there are more */
    static AccessLogPage of(AccessLogForm form, int months, List<AccessLine> found, boolean later) {
        var lines = found.subList(0, Math.min(MOST, found.size()));
        var next = found.size() > MOST
                ? form.query().with("before", "" + lines.getLast().no()).after(Area.ACCESS_LOG.address())
                : null;
        return new AccessLogPage(form, months, lines, later, next);
    }

    public List<AccessKind> kinds() {
        return List.of(AccessKind.values());
    }

    public String newest() {
        return form.query().after(Area.ACCESS_LOG.address());
    }

    public String export(String format) {
        return form.query().with("format", format).after(Area.ACCESS_LOG.address() + "/export");
    }
}
