package sportello.saml;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Sha256;
import sportello.oidc.Audience;
import sportello.settings.Secrets;

/** Who is away at a provider, and what was brought already: rows, so that any node can take the answer. */
@Component
class SamlRequestSql {
    private static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private final JdbcClient db;
    private final Secrets secrets;

    SamlRequestSql(JdbcClient db, Secrets secrets) {
        this.db = db;
        this.secrets = secrets;
    }

    /**
     * A request that waits.
     *
     * @param anew whether the provider was told to ask the person who it is
     * @param at when it left
     */
    record Begun(String id, Audience audience, boolean anew, Instant at) {}

    /** @param arrival who was vouched for, as it was written down */
    record Ended(Audience audience, String target, String arrival) {}

    void begin(String id, byte[] browser, Audience audience, boolean anew, String target, Instant now) {
        db.sql("""
                insert into saml_request (id, browser, audience, anew, target, until)
                values (:id, :browser, :audience, :anew, :target, :until)
                """)
                .param("id", id)
                .param("browser", browser)
                .param("audience", audience.key())
                .param("anew", anew)
                .param("target", target)
                .param("until", Timestamp.from(now.plus(GOOD_FOR)))
                .update();
    }

    /** One that waits for its answer. */
    Optional<Begun> waiting(String id, Instant now) {
        return db.sql(
                        "select audience, anew, until from saml_request where id = :id and until > :now and arrival is null")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Begun(
                        id,
                        Audience.of(row.getString("audience")).orElseThrow(),
                        row.getBoolean("anew"),
                        row.getTimestamp("until").toInstant().minus(GOOD_FOR)))
                .optional();
    }

    /**
     * Whether it is the first answer.
     *
     * @param receipt the hash of what the browser has that brought it
     */
    boolean answer(String id, String arrival, byte[] receipt) {
        return db.sql("""
                        update saml_request set arrival = :arrival, receipt = :receipt
                         where id = :id
                           and arrival is null
                        """)
                        .param("id", id)
                        .param("receipt", receipt)
                        .param("arrival", secrets.encrypt(arrival))
                        .update()
                == 1;
    }

    /** The answer for the browser that left and has brought it, which nobody takes twice. */
    Optional<Ended> take(byte[] browser, byte[] receipt, Instant now) {
        return db.sql("""
                delete from saml_request
                 where browser = :browser
                   and receipt = :receipt
                   and until > :now
                   and arrival is not null
                returning audience, target, arrival
                """)
                .param("browser", browser)
                .param("receipt", receipt)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Ended(
                        Audience.of(row.getString("audience")).orElseThrow(),
                        row.getString("target"),
                        secrets.decrypt(row.getBytes("arrival"))))
                .optional();
    }

    /** Whether nobody has brought this assertion before. */
    boolean isFirst(String issuer, String assertion, Instant until) {
        return db.sql("insert into saml_assertion (hash, until) values (:hash, :until) on conflict do nothing")
                        .param("hash", Sha256.of(issuer + "\n" + assertion))
                        .param("until", Timestamp.from(until))
                        .update()
                == 1;
    }

    void deleteExpired(Instant now) {
        for (var table : new String[] {"saml_request", "saml_assertion"})
            db.sql("delete from " + table + " where until <= :now")
                    .param("now", Timestamp.from(now))
                    .update();
    }
}
