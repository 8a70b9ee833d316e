package sportello.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.base.Language;
import sportello.mail.Outbox;
import sportello.settings.SmtpServer;

/** From the change of a ticket to a real mail server, and what happens while there is none. */
@SportelloTest
class DeliveryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestConfiguration
    static class Post {

        @Bean
        SmtpServer postOffice() throws IOException {
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return SmtpServer.onThisMachine(free.getLocalPort());
            }
        }
    }

    @Autowired
    private Outbox outbox;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Ledger ledger;

    @Autowired
    private KeepingOwnRules keeping;

    @Autowired
    private TellingHeld held;

    @Autowired
    private HeldSql heldRows;

    @Autowired
    private Clock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private SmtpServer server;

    private GreenMail postOffice;

    @AfterEach
    void the_post_office_closes() {
        if (postOffice != null) postOffice.stop();
    }

    @Test
    void everybody_in_the_ledger_receives_one_mail() {
        open();
        var library = Story.ofTheLibrary(beans);
        awaitDelivery(library);
        assertThat(recipientsOf(library))
                .containsExactlyInAnyOrder(
                        "Giulia Moretti <biblioteca@roccalba.example>",
                        "Carla Neri <carla.neri@valleservizi.example>",
                        "Laura Bassi <laura.bassi@valleservizi.example>",
                        "Mario Ferri <mario.ferri@valleservizi.example>");
        assertThat(ledger.of(library.opening()).getFirst().fate())
                .isInstanceOfSatisfying(
                        Fate.Delivered.class, told -> assertThat(told.answer()).startsWith("250"));
    }

    @Test
    void a_mail_says_on_the_wire_what_the_procedure_asks_for() throws Exception {
        open();
        var library = Story.ofTheLibrary(beans);
        awaitDelivery(library);
        var mail = mailsAbout(library).stream()
                .filter(one -> header(one, "To").contains("carla.neri"))
                .findFirst()
                .orElseThrow();
        var root = outbox.thread(library.id().thread()).value();
        assertThat(mail.getSubject()).isEqualTo("[Ticket#%s] nuovo - Comune di Roccalba".formatted(library.number()));
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("In-Reply-To")).containsExactly(root);
        assertThat(mail.getHeader("References")).containsExactly(root);
        assertThat(new String(mail.getInputStream().readAllBytes(), UTF_8)).contains("text/plain", "text/html");
    }

    @Test
    void a_mail_to_others_reaches_each_of_them_with_its_files_and_the_same_name() throws Exception {
        open();
        var lamp = Story.ofTheStreetLamp(beans);
        lamp.mailed("Ditta Neri <ditta@neri.example>", "capo@valle.example", false, MARIO, "preventivo.pdf");
        await().atMost(PATIENCE).untilAsserted(() -> {
            tryAgainNow();
            assertThat(writtenBy(lamp)).hasSize(2);
        });
        var mails = writtenBy(lamp);
        assertThat(mails.stream().map(mail -> header(mail, "Message-ID")).distinct())
                .hasSize(1);
        for (var mail : mails) {
            assertThat(mail.getSubject()).isEqualTo("[Ticket#%s] Preventivo".formatted(lamp.number()));
            assertThat(header(mail, "To")).isEqualTo("Ditta Neri <ditta@neri.example>");
            assertThat(header(mail, "Cc")).isEqualTo("<capo@valle.example>");
            assertThat(mail.getHeader("Auto-Submitted")).isNull();
            assertThat(new String(mail.getInputStream().readAllBytes(), UTF_8))
                    .contains("Quanto costa la lampada?", "preventivo.pdf");
        }
    }

    @Test
    void a_change_that_is_undone_mails_nobody() {
        open();
        var undone = transaction.execute(status -> {
            status.setRollbackOnly();
            return Story.ofTheLibrary(beans).number();
        });
        var library = Story.ofTheLibrary(beans);
        awaitDelivery(library);
        assertThat(mails()).noneMatch(mail -> header(mail, "Subject").contains(undone.value()));
        assertThat(mailsAbout(library)).hasSize(4);
    }

    @Test
    void what_could_not_leave_while_the_server_was_down_leaves_later_once() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(fates(library)).hasSize(6).hasOnlyElementsOfType(Fate.Waiting.class);
            assertThat(firstOfEach(library))
                    .allSatisfy(
                            fate -> assertThat(((Fate.Waiting) fate).answer()).isNotBlank());
        });
        open();
        await().atMost(PATIENCE).untilAsserted(() -> {
            tryAgainNow();
            assertThat(fates(library)).hasOnlyElementsOfType(Fate.Delivered.class);
        });
        var ids = mailsAbout(library).stream().map(mail -> header(mail, "Message-ID"));
        assertThat(ids).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void what_waited_for_the_working_hours_leaves_once_though_a_node_died_of_it_and_two_do_it_at_once() {
        open();
        var opens = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(2));
        restUntil(opens);
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        var line = library.prioritised(CARLA);
        assertThat(ledger.of(line)).extracting(LedgerLine::fate).containsExactly(new Fate.Held(opens));

        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            held.tellAt(opens);
            assertThat(ledger.of(line)).extracting(LedgerLine::fate).containsExactly(new Fate.Waiting(0, ""));
        });
        transaction.executeWithoutResult(status -> {
            db.sql("select id from ticket where id = :id for update")
                    .param("id", library.id().value())
                    .query()
                    .singleValue();
            var waiting = heldRows.due(Set.of(), new NotificationId(0), 500).getLast();
            assertThat(CompletableFuture.supplyAsync(() -> transaction.execute(other -> heldRows.take(waiting)))
                            .join())
                    .as("who changes the ticket holds its row first, and then these; so must whoever tells")
                    .isEmpty();
        });
        Stream.generate(() -> CompletableFuture.runAsync(() -> held.tellAt(opens)))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);
        awaitDelivery(library);
        assertThat(ledger.of(line)).hasSize(1);
        assertThat(mailsAbout(library).stream().map(mail -> header(mail, "Subject")))
                .containsOnlyOnce("Su misura " + library.number());
    }

    /** What has become urgent is told to the owner when work begins. */
    private void restUntil(Instant opens) {
        var day = LocalDate.ofInstant(opens, ZoneOffset.UTC).getDayOfWeek().ordinal();
        db.sql("update working_hours set standard = false").update();
        db.sql("""
                with fresh as (
                    insert into working_hours (name, zone, italian_holidays, standard)
                    values ('Un giorno', 'UTC', false, true)
                    returning id)
                insert into working_span (hours_id, opens, closes)
                select id, :day * 1440, (:day + 1) * 1440 from fresh
                """).param("day", day).update();
        keeping.add(
                new OwnRule(
                        "Urgente",
                        Set.of(Occasion.PRIORITY_CHANGED),
                        TicketFilter.ALL,
                        ArticleFilter.ALL,
                        new Recipients(Set.of(Audience.OWNER), null, Set.of(), Set.of(), Set.of(), List.of()),
                        new Options(false, false, false, false, false, true),
                        Map.of(Language.ITALIAN, new Wording("Su misura {{ticket.number}}", "È urgente."))),
                true,
                Authority.HOUSE);
    }

    private void open() {
        postOffice = new GreenMail(new ServerSetup(server.port(), server.host(), ServerSetup.PROTOCOL_SMTP));
        postOffice.start();
    }

    /** Without waiting for the next time, or for the end of the time to recall. */
    private void tryAgainNow() {
        db.sql("update letter set leaves_at = null where state = 'waiting'").update();
        db.sql("update scheduled_tasks set execution_time = now() where task_name = 'send-letter' and not picked")
                .update();
    }

    /** A server that was away when another test asked for it is not asked again for a while. */
    private void awaitDelivery(Story story) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            tryAgainNow();
            assertThat(fates(story)).hasOnlyElementsOfType(Fate.Delivered.class);
        });
    }

    /** Later letters to the same person wait behind it, untried. */
    private Collection<Fate> firstOfEach(Story story) {
        return ledger.of(story.id()).stream()
                .filter(line -> !(line.fate() instanceof Fate.NotTold))
                .sorted(Comparator.comparing(line -> line.line().value()))
                .collect(Collectors.toMap(LedgerLine::address, LedgerLine::fate, (first, later) -> first))
                .values();
    }

    private List<Fate> fates(Story story) {
        return ledger.of(story.id()).stream()
                .map(LedgerLine::fate)
                .filter(fate -> !(fate instanceof Fate.NotTold))
                .toList();
    }

    private List<MimeMessage> writtenBy(Story story) {
        return mailsAbout(story).stream()
                .filter(mail -> header(mail, "Subject").contains("Preventivo"))
                .toList();
    }

    private List<String> recipientsOf(Story story) {
        return mailsAbout(story).stream().map(mail -> header(mail, "To")).toList();
    }

    private List<MimeMessage> mailsAbout(Story story) {
        return mails().filter(
                        mail -> header(mail, "Subject").contains(story.number().value()))
                .toList();
    }

    private Stream<MimeMessage> mails() {
        return Stream.of(postOffice.getReceivedMessages());
    }

    private static String header(Message mail, String name) {
        try {
            return mail.getHeader(name)[0];
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
