package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.configuration.Version;

/** @param table what the document would do, null while there is none */
public record ConfigurationPage(
        ConfigurationForm form,
        @Nullable PlanTable table,
        List<Version> versions,
        @Nullable Refusal refusal) {}
