package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;

/** A key to be added. */
public record MailKeyFormPage(@Nullable Refusal refusal) {

    /** What is amiss with the password; all else is so with the file. */
    public @Nullable Refusal ofPassword() {
        return refusal != null && refusal.message().equals("mail_keys.password") ? refusal : null;
    }

    public @Nullable Refusal ofFile() {
        return ofPassword() == null ? refusal : null;
    }
}
