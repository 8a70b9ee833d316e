package sportello.identity;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.settings.Secrets;

/** An authenticator app on somebody's phone. */
public final class Authenticator {
    private final Totp totp;

    private Authenticator(Totp totp) {
        this.totp = totp;
    }

    /** One into which somebody typed the key of a page. */
    public static Authenticator reading(String key) {
        return new Authenticator(new Totp(key.replace(" ", "")));
    }

    /** One that counts already. */
    public static Authenticator of(Viewer viewer, JdbcClient db, Secrets secrets) {
        var totp = Totp.fresh();
        new FactorSql(db, secrets).save(LoggedIn.account(viewer, db), totp, Instant.now(), 0, List.of());
        return new Authenticator(totp);
    }

    /** One whose first code is awaited. */
    public static Authenticator draft(Viewer viewer, JdbcClient db, Secrets secrets) {
        var totp = Totp.fresh();
        new FactorSql(db, secrets)
                .saveDraft(LoggedIn.account(viewer, db), totp, Instant.now().plusSeconds(300));
        return new Authenticator(totp);
    }

    public String code() {
        return totp.codeAt(Totp.stepAt(Instant.now()));
    }

    /** The one of the coming half minute, which is accepted already. */
    public String next() {
        return totp.codeAt(Totp.stepAt(Instant.now()) + 1);
    }
}
