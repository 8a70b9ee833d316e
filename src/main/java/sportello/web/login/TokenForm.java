package sportello.web.login;

import org.jspecify.annotations.Nullable;

/** A token as somebody wants it. */
public record TokenForm(
        @Nullable String name,
        @Nullable Boolean writes,
        @Nullable String days) {
    static final TokenForm BLANK = new TokenForm("", false, "90");

    public boolean isWriting() {
        return Boolean.TRUE.equals(writes);
    }

    String typedName() {
        return name == null ? "" : name;
    }

    int typedDays() {
        return days != null && days.strip().matches("[0-9]{1,4}") ? Integer.parseInt(days.strip()) : 0;
    }
}
