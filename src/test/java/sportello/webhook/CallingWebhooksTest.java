package sportello.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import sportello.SportelloTest;
import sportello.TestClock;
import sportello.agent.Authority;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.jobs.Jobs;
import tools.jackson.databind.json.JsonMapper;

/** A message arrives, once as far as the other side can tell, or somebody hears that it did not. */
@SportelloTest
@Transactional
class CallingWebhooksTest {
    private static final String SECRET = "vento caldo di mare";

    @Autowired
    private DeliverySql sql;

    @Autowired
    private WebhookSql webhooks;

    @Autowired
    private WebhookHealthSql health;

    @Autowired
    private KeepingWebhooks keeping;

    @Autowired
    private RetryingDeliveries retrying;

    @Autowired
    private MessageSource messages;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JdbcClient db;

    private final TestClock clock = new TestClock(Instant.parse("2026-03-02T12:00:00Z"));
    private final List<Object> told = new ArrayList<>();
    private final HostGate gate = new HostGate();
    private CallingWebhooks calling;
    private Deliveries deliveries;

    @BeforeEach
    void by_a_clock_of_the_test() {
        ApplicationEventPublisher publisher = told::add;
        calling = new CallingWebhooks(
                sql,
                webhooks,
                health,
                new WebhookConversation(clock),
                new Payloads(messages, clock),
                gate,
                transaction,
                publisher,
                clock);
        deliveries = new Deliveries(sql, jobs, clock);
    }

    @Test
    void what_is_posted_arrives_signed_and_is_done_with() throws IOException {
        try (var listener = Listener.plain()) {
            var delivery = post(webhook(listener, Format.SPORTELLO, SECRET));
            assertThat(calling.deliver(delivery)).isEmpty();

            var heard = listener.heard.getFirst();
            var said = JsonMapper.shared().readTree(heard.body());
            assertThat(said.path("type").asString()).isEqualTo("noted");
            assertThat(said.path("ticket").path("number").asString()).isEqualTo("2018091110000018");
            assertThat(said.path("text").asString()).isEqualTo("Il palo è corroso.");
            assertThat(said.path("id").asString()).isEqualTo(heard.header("webhook-id"));
            var expected = Signature.headers(
                    heard.header("webhook-id"),
                    clock.instant(),
                    heard.body().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    SECRET);
            assertThat(heard.header("webhook-signature")).isEqualTo(expected.get("webhook-signature"));
            assertThat(listed(delivery)).isEqualTo("sent 1 204");
            assertThat(calling.deliver(delivery)).isEmpty();
            assertThat(listener.heard).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503})
    void what_may_pass_is_tried_again_under_the_same_number(int status) throws IOException {
        try (var listener = Listener.plain().says(status, "un momento")) {
            var delivery = post(webhook(listener, Format.SPORTELLO, SECRET));
            var again = calling.deliver(delivery).orElseThrow();
            assertThat(again)
                    .isBetween(clock.instant().plusSeconds(24), clock.instant().plusSeconds(36));
            assertThat(listed(delivery)).isEqualTo("waiting 1 " + status);

            clock.advance(Duration.ofSeconds(40));
            assertThat(calling.deliver(delivery)).isEmpty();
            assertThat(listed(delivery)).isEqualTo("sent 2 204");
            assertThat(listener.heard)
                    .extracting(heard -> heard.header("webhook-id"))
                    .hasSize(2)
                    .containsOnly(listener.heard.getFirst().header("webhook-id"));
            assertThat(listener.heard.get(0).body())
                    .isEqualTo(listener.heard.get(1).body());
        }
    }

    @Test
    void who_asks_for_a_pause_gets_it_from_all_messages() throws IOException {
        try (var listener = Listener.plain().says(429, "", "Retry-After", "600")) {
            var webhook = webhook(listener, Format.SLACK, null);
            var first = post(webhook);
            var second = post(webhook);
            var rested = Optional.of(clock.instant().plusSeconds(600));
            assertThat(calling.deliver(first)).isEqualTo(rested);
            assertThat(calling.deliver(second)).isEqualTo(rested);
            assertThat(listener.heard).hasSize(1);
            clock.advance(Duration.ofSeconds(601));
            assertThat(calling.deliver(second)).isEmpty();
            assertThat(calling.deliver(first)).isEmpty();
            assertThat(listener.heard).hasSize(3);
        }
    }

    @Test
    void one_message_at_once_goes_to_each_host() throws IOException {
        try (var listener = Listener.plain()) {
            var delivery = post(webhook(listener, Format.SLACK, null));
            assertThat(gate.enter("localhost")).isTrue();
            assertThat(calling.deliver(delivery)).isPresent();
            assertThat(listener.heard).isEmpty();
            assertThat(gate.enter("uno")).isTrue();
            gate.leave("localhost");
            assertThat(gate.enter("due")).isTrue();
            assertThat(calling.deliver(delivery)).isPresent();
            gate.leave("due");
            assertThat(calling.deliver(delivery)).isEmpty();
            assertThat(gate.enter("localhost")).isTrue();
        }
    }

    @Test
    void what_is_not_understood_is_not_said_again_and_one_such_message_alarms_nobody() throws IOException {
        try (var listener = Listener.plain().says(400, "invalid_payload")) {
            var webhook = webhook(listener, Format.TEAMS, null);
            var delivery = post(webhook);
            assertThat(calling.deliver(delivery)).isEmpty();
            assertThat(listed(delivery)).isEqualTo("failed 1 400");
            assertThat(told).isEmpty();
            var health = keeping.find(webhook).orElseThrow().health();
            assertThat(health.failingSince()).isNotNull();
            assertThat(health.lastError()).isEqualTo(new Answer(400, null, "invalid_payload", null));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410})
    void where_nothing_is_any_more_somebody_hears_of_it_once_and_when_it_is_back(int status) throws IOException {
        try (var listener = Listener.plain().says(status, "no_service").says(status, "no_service")) {
            var webhook = webhook(listener, Format.SLACK, null);
            calling.deliver(post(webhook));
            calling.deliver(post(webhook));
            assertThat(told).hasSize(1).first().isInstanceOf(WebhookStopped.class);
            calling.deliver(post(webhook));
            assertThat(told).hasSize(2).last().isEqualTo(new WebhookBack("Turno"));
            assertThat(keeping.find(webhook).orElseThrow().health().failingSince())
                    .isNull();
        }
    }

    @Test
    void after_a_day_it_is_given_up_and_somebody_hears_of_it() throws IOException {
        try (var listener = Listener.plain().says(500, "")) {
            var delivery = post(webhook(listener, Format.SLACK, null));
            clock.advance(Duration.ofHours(25));
            assertThat(calling.deliver(delivery)).isEmpty();
            assertThat(listed(delivery)).isEqualTo("failed 1 500");
            assertThat(told).hasSize(1).first().isInstanceOf(WebhookStopped.class);
        }
    }

    @Test
    void what_fails_for_a_quarter_of_an_hour_is_told_before_anything_is_lost() throws IOException {
        try (var listener = Listener.plain().says(500, "").says(500, "")) {
            var delivery = post(webhook(listener, Format.SLACK, null));
            calling.deliver(delivery);
            assertThat(told).isEmpty();
            clock.advance(Duration.ofMinutes(16));
            calling.deliver(delivery);
            assertThat(told).hasSize(1);
            assertThat(listed(delivery)).isEqualTo("waiting 2 500");
        }
    }

    @Test
    void a_host_that_is_away_rests_ever_longer_and_a_better_address_wakes_what_waits() throws IOException {
        try (var gone = Listener.plain();
                var listener = Listener.plain()) {
            var webhook = webhook(gone, Format.SLACK, null);
            gone.close();
            var delivery = post(webhook);
            calling.deliver(delivery);
            assertThat(listedTrouble(delivery)).isEqualTo(Trouble.UNREACHABLE);
            var rested = calling.deliver(delivery).orElseThrow();
            assertThat(rested).isAfter(clock.instant());

            allow(listener);
            var kept = keeping.find(webhook).orElseThrow();
            var better = proposal(listener.address(), Format.SLACK);
            assertThat(keeping.correct(webhook, kept.version(), better, null, Authority.HOUSE))
                    .isEqualTo(Outcome.done(webhook));
            assertThat(calling.deliver(delivery)).isEmpty();
            assertThat(listener.heard).hasSize(1);
        }
    }

    @Test
    void what_is_not_in_use_or_not_allowed_any_more_is_not_called() throws IOException {
        try (var listener = Listener.plain()) {
            var webhook = webhook(listener, Format.SLACK, null);
            var delivery = post(webhook);
            keeping.allow("", Authority.HOUSE);
            assertThat(calling.deliver(delivery)).isPresent();
            assertThat(listedTrouble(delivery)).isEqualTo(Trouble.INSIDE);

            allow(listener);
            db.sql("update webhook set valid = false, rests_until = null").update();
            assertThat(calling.deliver(delivery)).isEmpty();
            assertThat(listedTrouble(delivery)).isEqualTo(Trouble.OFF);
            assertThat(listener.heard).isEmpty();
        }
    }

    @Test
    void an_administrator_has_one_tried_again_as_long_as_its_text_is_there() throws IOException {
        try (var listener = Listener.plain().says(404, "")) {
            var delivery = post(webhook(listener, Format.SLACK, null));
            calling.deliver(delivery);
            assertThat(retrying.tryNow(delivery, Authority.HOUSE)).isEqualTo(Outcome.done("Turno"));
            assertThat(calling.deliver(delivery)).isEmpty();
            assertThat(listed(delivery)).isEqualTo("sent 2 204");
            assertThat(retrying.tryNow(delivery, Authority.HOUSE)).isEqualTo(Outcome.refused("webhook.not_now"));
        }
        db.sql("update webhook_delivery set state = 'failed', created_at = '2026-01-01'")
                .update();
        sql.forgetTexts(clock.instant().minus(Duration.ofDays(30)));
        var forgotten = deliveries.list(null, null, 1).getFirst();
        assertThat(forgotten.subject()).isEmpty();
        assertThat(forgotten.again()).isFalse();
        assertThat(retrying.tryNow(forgotten.id(), Authority.HOUSE)).isEqualTo(Outcome.refused("webhook.not_now"));
    }

    private WebhookId webhook(Listener listener, Format format, @Nullable String secret) {
        allow(listener);
        return ((Outcome.Done<WebhookId>) keeping.add(proposal(listener.address(), format), secret, Authority.HOUSE))
                .value();
    }

    private void allow(Listener listener) {
        assertThat(keeping.allow(listener.host(), Authority.HOUSE)).isInstanceOf(Outcome.Done.class);
    }

    private static WebhookProposal proposal(String address, Format format) {
        return new WebhookProposal("Turno", address, format, Language.ITALIAN, "", true, false);
    }

    private DeliveryId post(WebhookId webhook) {
        return deliveries
                .post(List.of(new Message(
                        webhook,
                        "noted",
                        "2018091110000018",
                        "https://desk.example/1",
                        "Nota nuova",
                        "Il palo è corroso.")))
                .getFirst();
    }

    private String listed(DeliveryId id) {
        var found = deliveries.find(id).orElseThrow();
        var answer = found.answer();
        return found.state().key() + " " + found.attempts() + " " + (answer == null ? "" : answer.code());
    }

    private @Nullable Trouble listedTrouble(DeliveryId id) {
        var answer = deliveries.find(id).orElseThrow().answer();
        return answer == null ? null : answer.trouble();
    }
}
