package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.customer.ImportKind;
import sportello.customer.ImportLine;
import sportello.customer.ImportLine.Fate;
import sportello.customer.ImportPlan;
import sportello.web.Words;

/** @param plan what the file would do, null while there is none */
public record ImportPage(
        ImportForm form,
        @Nullable ImportPlan plan,
        @Nullable Refusal refusal) {
    private static final int SHOWN = 200;

    public List<ImportKind> kinds() {
        return List.of(ImportKind.values());
    }

    /** Whether the file brings people, who can be invited to the portal. */
    public boolean bringsPeople() {
        return form.kind() == ImportKind.PEOPLE && plan != null && plan.fresh() > 0;
    }

    /** The lines that are left out, the first of them. */
    public List<ImportLine> refused() {
        return lines(true);
    }

    /** The lines that do something, the first of them. */
    public List<ImportLine> done() {
        return lines(false);
    }

    private List<ImportLine> lines(boolean refused) {
        if (plan == null) return List.of();
        return plan.lines().stream()
                .filter(line -> !(line.fate() instanceof Fate.Same))
                .filter(line -> line.fate() instanceof Fate.Refused == refused)
                .limit(SHOWN)
                .toList();
    }

    /** Why the line is left out, null if it is not. */
    public @Nullable Refusal why(ImportLine line) {
        return line.fate() instanceof Fate.Refused(var why) ? why : null;
    }

    /** What the line changes, nothing if it brings somebody. */
    public List<ImportLine.Change> changes(ImportLine line) {
        return line.fate() instanceof Fate.Changed(var fields) ? fields : List.of();
    }

    /** What a field is called. */
    public String called(ImportLine.Change change, Words words) {
        var field = change.field();
        return field.startsWith(ImportLine.Change.OWN)
                ? field.substring(ImportLine.Change.OWN.length())
                : words.t("imports.field." + field);
    }

    /** What stands in a field, as the reader says it. */
    public String said(String field, String value, Words words) {
        return switch (field) {
            case "valid" -> words.t("imports.truth." + value);
            case "language" -> words.t("language." + value);
            default -> value;
        };
    }
}
