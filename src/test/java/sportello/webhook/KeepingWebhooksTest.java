package sportello.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.agent.Grants;
import sportello.base.Language;
import sportello.base.Outcome;

/** Webhooks are kept by administrators; whoever knows an address can post there, so it lies encrypted, as its secret does. */
@SportelloTest
@Transactional
class KeepingWebhooksTest {
    private static final Authority NOBODY = new Authority(false, false, Grants.NONE);
    private static final String ADDRESS = "https://hooks.valle.example/services/parola";
    private static final String SECRET = "vento caldo di mare";

    @Autowired
    private KeepingWebhooks keeping;

    @Autowired
    private TryingWebhooks trying;

    @Autowired
    private WebhookSql sql;

    @Autowired
    private JdbcClient db;

    @Test
    void address_and_secret_lie_encrypted_and_stand_in_no_book() {
        var id = add(ADDRESS, SECRET);

        assertThat(sql.address(id)).isEqualTo(ADDRESS);
        assertThat(sql.secret(id)).isEqualTo(SECRET);
        var row = db.sql("select address || secret from webhook where id = :id")
                .param("id", id.value())
                .query(byte[].class)
                .single();
        assertThat(new String(row, ISO_8859_1)).doesNotContain("parola", "vento");
        var kept = keeping.find(id).orElseThrow();
        assertThat(kept.webhook().host()).isEqualTo("hooks.valle.example");
        assertThat(kept.signed()).isTrue();
        assertThat(kept.toString() + kept.proposal()).doesNotContain("parola", "vento");
        assertThat(book()).contains("hooks.valle.example").doesNotContain("parola", "vento");
    }

    @Test
    void what_is_left_empty_stays_and_a_signature_can_be_dropped() {
        var id = add(ADDRESS, SECRET);
        assertThat(correct(id, proposal("", false), null)).isEqualTo(Outcome.done(id));
        assertThat(sql.address(id)).isEqualTo(ADDRESS);
        assertThat(sql.secret(id)).isEqualTo(SECRET);

        assertThat(correct(id, proposal("https://altrove.example/x", true), null))
                .isEqualTo(Outcome.done(id));
        assertThat(sql.address(id)).isEqualTo("https://altrove.example/x");
        assertThat(sql.secret(id)).isNull();
        assertThat(book()).contains("altrove.example");
    }

    @Test
    void nobody_but_an_administrator_keeps_tries_or_allows_anything() {
        assertThat(keeping.add(proposal(ADDRESS, false), null, NOBODY))
                .isEqualTo(Outcome.refused("webhook.administer"));
        assertThat(keeping.correct(new WebhookId(1), 0, proposal(ADDRESS, false), null, NOBODY))
                .isEqualTo(Outcome.refused("webhook.administer"));
        assertThat(keeping.allow("localhost", NOBODY)).isEqualTo(Outcome.refused("webhook.administer"));
        assertThat(trying.send(proposal(ADDRESS, false), null, null, NOBODY))
                .isEqualTo(Outcome.refused("webhook.administer"));
    }

    @Test
    void a_name_is_there_once_and_a_correction_is_of_what_was_seen() {
        var id = add(ADDRESS, null);
        assertThat(keeping.add(proposal(ADDRESS, false), null, Authority.HOUSE))
                .isEqualTo(Outcome.refused("webhook.known", "Turno"));
        assertThat(keeping.correct(id, 7, proposal("", false), null, Authority.HOUSE))
                .isEqualTo(Outcome.refused("webhook.changed"));
        assertThat(keeping.correct(new WebhookId(0), 0, proposal("", false), null, Authority.HOUSE))
                .isEqualTo(Outcome.refused("webhook.unknown"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"corto", "whsec_@@@@@@@@@@@@@@@@"})
    void a_secret_that_is_none_is_refused(String secret) {
        assertThat(keeping.add(proposal(ADDRESS, false), secret, Authority.HOUSE))
                .isEqualTo(Outcome.refused("webhook.secret", 16, 200));
    }

    @Test
    void without_an_address_one_waits_out_of_use() {
        assertThat(keeping.add(proposal("", false), null, Authority.HOUSE))
                .isEqualTo(Outcome.refused("webhook.no_address"));
        var id = ((Outcome.Done<WebhookId>) keeping.addWithoutAddress(proposal("", false), Authority.HOUSE)).value();
        assertThat(keeping.find(id).orElseThrow().webhook().valid()).isFalse();
        assertThat(correct(id, proposal("", false), null)).isEqualTo(Outcome.refused("webhook.no_address"));
        assertThat(correct(id, proposal(ADDRESS, false), null)).isEqualTo(Outcome.done(id));
    }

    @Test
    void in_the_clear_and_inside_only_where_it_was_allowed() {
        assertThat(keeping.add(proposal("http://mattermost.lan:8065/hooks/x", false), null, Authority.HOUSE))
                .isEqualTo(Outcome.refused("webhook.in_the_clear", "mattermost.lan"));
        keeping.allow("mattermost.lan:8065", Authority.HOUSE);
        assertThat(keeping.allowed().hosts()).isEqualTo(List.of("mattermost.lan:8065"));
        assertThat(book()).contains("mattermost.lan:8065");
        assertThat(keeping.add(proposal("http://mattermost.lan:8065/hooks/x", false), null, Authority.HOUSE))
                .isInstanceOf(Outcome.Done.class);
        assertThat(keeping.add(proposal("http://mattermost.lan/hooks/x", false), null, Authority.HOUSE))
                .isEqualTo(Outcome.refused("webhook.in_the_clear", "mattermost.lan"));
    }

    @Test
    void a_sample_goes_at_once_and_what_was_answered_is_seen() throws Exception {
        try (var listener = Listener.plain().says(200, "ok").says(403, "invalid_token")) {
            keeping.allow(listener.host(), Authority.HOUSE);
            assertThat(trying.send(proposal(listener.address(), false), SECRET, null, Authority.HOUSE))
                    .isEqualTo(Outcome.done(Answer.of(200, "ok", null)));
            assertThat(listener.heard.getFirst().header("webhook-signature")).startsWith("v1,");
            assertThat(listener.heard.getFirst().body()).contains("Prova di Sportello");

            var id = add(listener.address(), SECRET);
            assertThat(trying.send(proposal("", false), null, id, Authority.HOUSE))
                    .isEqualTo(Outcome.done(Answer.of(403, "invalid_token", null)));
            assertThat(keeping.find(id).orElseThrow().health().failingSince()).isNull();
        }
    }

    private WebhookId add(String address, @Nullable String secret) {
        return ((Outcome.Done<WebhookId>) keeping.add(proposal(address, false), secret, Authority.HOUSE)).value();
    }

    private Outcome<WebhookId> correct(WebhookId id, WebhookProposal wanted, @Nullable String secret) {
        return keeping.correct(id, keeping.find(id).orElseThrow().version(), wanted, secret, Authority.HOUSE);
    }

    private static WebhookProposal proposal(String address, boolean unsigned) {
        return new WebhookProposal("Turno", address, Format.SPORTELLO, Language.ITALIAN, "", true, unsigned);
    }

    private String book() {
        return db.sql("select coalesce(string_agg(changes::text, ' '), '') from audit_line where topic = 'webhooks'")
                .query(String.class)
                .single();
    }
}
