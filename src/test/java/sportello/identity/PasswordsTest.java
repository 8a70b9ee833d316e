package sportello.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import sportello.base.Language;

class PasswordsTest {
    private final Passwords passwords = new Passwords(Effort.OWASP);

    @Test
    void a_password_is_kept_as_argon2id_with_the_parameters_that_owasp_asks_for() {
        assertThat(passwords.hash("vento caldo sul molo"))
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void the_same_password_is_never_kept_the_same() {
        assertThat(passwords.hash("vento caldo sul molo")).isNotEqualTo(passwords.hash("vento caldo sul molo"));
    }

    @Test
    void only_the_right_one_fits_whichever_keyboard_it_was_typed_on() {
        var account = account(passwords.hash("citta\u0300 senza mare"));

        assertThat(passwords.fit("citt\u00e0 senza mare", account)).isTrue();
        assertThat(passwords.fit("citt\u00e0 senza Mare", account)).isFalse();
        assertThat(passwords.fit("", account)).isFalse();
        assertThat(passwords.fit("x".repeat(1_000_000), account)).isFalse();
    }

    @Test
    void nothing_fits_where_there_is_no_account() {
        assertThat(passwords.fit("vento caldo sul molo", Optional.empty())).isFalse();
        assertThat(passwords.fit("", Optional.empty())).isFalse();
    }

    private static Optional<Account> account(String hash) {
        return Optional.of(
                new Account(new AccountId(1), true, hash, "laura", "Laura", "Bassi", "l@b.example", Language.ITALIAN));
    }
}
