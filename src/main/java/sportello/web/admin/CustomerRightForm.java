package sportello.web.admin;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A right as somebody typed it.
 *
 * @param holder the code of a customer, or the e-mail address of a person
 */
public record CustomerRightForm(
        String holder, @Nullable Boolean writes, @Nullable Boolean ours) {
    static final CustomerRightForm BLANK = new CustomerRightForm(null, null, null);

    public CustomerRightForm(@Nullable String holder, @Nullable Boolean writes, @Nullable Boolean ours) {
        this.holder = Objects.requireNonNullElse(holder, "");
        this.writes = writes;
        this.ours = ours;
    }

    public boolean isWriting() {
        return Boolean.TRUE.equals(writes);
    }

    public boolean isForOurs() {
        return Boolean.TRUE.equals(ours);
    }
}
