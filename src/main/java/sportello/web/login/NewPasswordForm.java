package sportello.web.login;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;

/** A new password, typed twice, and the old one where it is asked for. */
record NewPasswordForm(String oldPassword, String password, String repeated, String tokens) {
    static final Refusal DIFFERENT = new Refusal("password.different");

    NewPasswordForm(
            @Nullable String oldPassword,
            @Nullable String password,
            @Nullable String repeated,
            @Nullable String tokens) {
        this.oldPassword = Objects.requireNonNullElse(oldPassword, "");
        this.password = Objects.requireNonNullElse(password, "");
        this.repeated = Objects.requireNonNullElse(repeated, "");
        this.tokens = Objects.requireNonNullElse(tokens, "");
    }

    boolean endsTokens() {
        return tokens.equals("true");
    }

    boolean isRepeated() {
        return password.equals(repeated);
    }

    @Override
    public String toString() {
        return "NewPasswordForm";
    }
}
