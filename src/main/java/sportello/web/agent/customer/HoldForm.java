package sportello.web.agent.customer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold as it is typed.
 *
 * @param ticket its number; empty for the person's whole organisation
 */
public record HoldForm(@Nullable String ticket, @Nullable String reason) {
    static final HoldForm BLANK = new HoldForm("", "");

    @Override
    public String ticket() {
        return Objects.requireNonNullElse(ticket, "").strip();
    }

    @Override
    public String reason() {
        return Objects.requireNonNullElse(reason, "");
    }
}
