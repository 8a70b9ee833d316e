package sportello.install;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.base.Language;

/** A foundation as somebody typed it. Passwords are not shown again. */
public record FoundingForm(
        String code,
        String company,
        String email,
        String firstName,
        String lastName,
        String login,
        String ownEmail,
        String password,
        String repeated) {

    public FoundingForm(
            @Nullable String code,
            @Nullable String company,
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String login,
            @Nullable String ownEmail,
            @Nullable String password,
            @Nullable String repeated) {
        this.code = text(code);
        this.company = text(company);
        this.email = text(email);
        this.firstName = text(firstName);
        this.lastName = text(lastName);
        this.login = text(login);
        this.ownEmail = text(ownEmail);
        this.password = text(password);
        this.repeated = text(repeated);
    }

    boolean isRepeated() {
        return password.equals(repeated);
    }

    Foundation foundation(Language language) {
        return new Foundation(company, email, firstName, lastName, login, ownEmail, language);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    @Override
    public String toString() {
        return "FoundingForm[" + company + ", " + login + "]";
    }
}
