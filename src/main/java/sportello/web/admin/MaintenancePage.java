package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;

/** @param announced whether something is announced, now or for later */
public record MaintenancePage(
        MaintenanceForm form, boolean announced, @Nullable Refusal refusal) {}
