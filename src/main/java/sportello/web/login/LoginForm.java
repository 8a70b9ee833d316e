package sportello.web.login;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody types at the door; nothing typed is the empty text. */
record LoginForm(String username, String password, String target) {

    LoginForm(@Nullable String username, @Nullable String password, @Nullable String target) {
        this.username = Objects.requireNonNullElse(username, "");
        this.password = Objects.requireNonNullElse(password, "");
        this.target = Objects.requireNonNullElse(target, "");
    }

    @Override
    public String toString() {
        return "LoginForm";
    }
}
