package sportello.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.agent.Authority.HOUSE;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.Edge;
import sportello.base.Outcome;
import sportello.settings.Secrets;

/** Mailboxes are added and changed; what makes no sense is refused, and nobody reads a password afterwards. */
@Ground
class KeepingMailboxesTest {

    @Autowired
    KeepingMailboxes keeping;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    Trying trying;

    @Autowired
    MailServer server;

    @Autowired
    Errand errand;

    @Autowired
    Secrets secrets;

    @Autowired
    JdbcClient db;

    @Test
    void a_mailbox_is_kept_as_it_was_wanted_and_its_password_encrypted() {
        var access = new Access(Protocol.IMAP, "imap.valle.example", 993, Security.TLS, "", "assistenza", "INBOX");
        var wanted = new Proposal("Assistenza", access, "pässword", new Afterwards.Move("Fatto"), true, null);

        var id = done(keeping.add(wanted, HOUSE));

        var kept = mailboxes.find(id).orElseThrow();
        assertThat(kept)
                .isEqualTo(new Mailbox(
                        id, "Assistenza", access, new Afterwards.Move("Fatto"), true, List.of(), null, true));
        assertThat(secrets.decrypt(secret(id))).isEqualTo("pässword");
        assertThat(new String(secret(id), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("ssword");
        assertThat(wanted.toString()).doesNotContain("ssword");
        assertThat(refusal(keeping.add(wanted, HOUSE))).isEqualTo("mailbox.known");
    }

    @Test
    void the_servers_that_check_senders_are_kept_each_once_and_by_their_names() {
        var id = errand.mailbox(Protocol.IMAP, server.account(), new Afterwards.Leave());
        var mailbox = mailboxes.find(id).orElseThrow();

        assertThat(keeping.change(
                        id, checkedBy(mailbox, "MX.valle.example\n mx2.valle.example mx.valle.example"), HOUSE))
                .isEqualTo(Outcome.done(id));
        assertThat(mailboxes.find(id).orElseThrow().gateways())
                .containsExactly("mx.valle.example", "mx2.valle.example");

        assertThat(keeping.change(id, checkedBy(mailbox, "(mx)"), HOUSE))
                .isEqualTo(Outcome.refused("mailbox.gateway", "(mx)"));
        assertThat(keeping.change(id, checkedBy(mailbox, ""), HOUSE)).isEqualTo(Outcome.done(id));
        assertThat(mailboxes.find(id).orElseThrow().gateways()).isEmpty();
    }

    private static Proposal checkedBy(Mailbox mailbox, String gateways) {
        return new Proposal(
                mailbox.name(), mailbox.access(), null, mailbox.afterwards(), false, List.of(gateways), null);
    }

    @Test
    void a_change_keeps_the_password_unless_it_brings_another() {
        var id = errand.mailbox(Protocol.IMAP, server.account(), new Afterwards.Leave());
        var mailbox = mailboxes.find(id).orElseThrow();

        var other = new Proposal(mailbox.name() + "!", mailbox.access(), null, new Afterwards.Delete(), false, null);
        assertThat(done(keeping.change(id, other, HOUSE))).isEqualTo(id);
        assertThat(secrets.decrypt(secret(id))).isEqualTo(MailServer.PASSWORD);
        assertThat(mailboxes.find(id).orElseThrow().afterwards()).isEqualTo(new Afterwards.Delete());

        keeping.change(id, new Proposal(other.name(), other.access(), "nuova", other.afterwards(), false, null), HOUSE);
        assertThat(secrets.decrypt(secret(id))).isEqualTo("nuova");
        assertThat(refusal(keeping.change(new MailboxId(-1), other, HOUSE))).isIn("mailbox.unknown", "mailbox.known");
    }

    @Test
    void a_kept_password_goes_nowhere_but_to_its_server() {
        var id = errand.mailbox(Protocol.IMAP, server.account(), new Afterwards.Leave());
        var mailbox = mailboxes.find(id).orElseThrow();
        var access = mailbox.access();
        var elsewhere = new Access(
                access.protocol(),
                access.host(),
                access.port() + 1,
                access.security(),
                access.ownCa(),
                access.user(),
                access.folder());
        var wanted = new Proposal(mailbox.name(), elsewhere, null, mailbox.afterwards(), false, null);

        assertThat(refusal(keeping.change(id, wanted, HOUSE))).isEqualTo("mailbox.secret");
        assertThat(mailboxes.find(id).orElseThrow().access()).isEqualTo(access);
        assertThat(trying.look(wanted, id, HOUSE)).isEqualTo(Outcome.refused("mailbox.secret"));
        assertThat(done(keeping.change(
                        id,
                        new Proposal(mailbox.name(), elsewhere, "nuova", mailbox.afterwards(), false, null),
                        HOUSE)))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "mailbox.name, ' ', imap.x.example, 993, TLS, u, IMAP, INBOX, Fatto",
        "mailbox.host, n, 'a b', 993, TLS, u, IMAP, INBOX, Fatto",
        "mailbox.host, n, '', 993, TLS, u, IMAP, INBOX, Fatto",
        "mailbox.port, n, imap.x.example, 0, TLS, u, IMAP, INBOX, Fatto",
        "mailbox.user, n, imap.x.example, 993, TLS, ' ', IMAP, INBOX, Fatto",
        "mailbox.in_the_clear, n, imap.x.example, 143, NONE, u, IMAP, INBOX, Fatto",
        "mailbox.in_the_clear, n, 192.0.2.1, 143, NONE, u, IMAP, INBOX, Fatto",
        "mailbox.in_the_clear, n, 127.0.0.1.evil.example, 143, NONE, u, IMAP, INBOX, Fatto",
        "mailbox.no_folders, n, pop.x.example, 995, TLS, u, POP3, INBOX, Fatto",
        "mailbox.target, n, imap.x.example, 993, TLS, u, IMAP, INBOX, INBOX",
        "mailbox.target, n, imap.x.example, 993, TLS, u, IMAP, INBOX, ' '",
        "mailbox.brought, n, imap.x.example, 993, TLS, u, SMTP, INBOX, Fatto"
    })
    void nonsense_is_refused(
            String why,
            String name,
            String host,
            int port,
            Security security,
            String user,
            Protocol protocol,
            String folder,
            String target) {
        var access = new Access(protocol, host, port, security, "", user, folder);

        assertThat(refusal(
                        keeping.add(new Proposal(name, access, "x", new Afterwards.Move(target), false, null), HOUSE)))
                .isEqualTo(why);
    }

    @Test
    void a_certificate_that_is_none_and_a_missing_password_are_refused() {
        var odd = new Access(Protocol.IMAP, "imap.x.example", 993, Security.TLS, "non un PEM", "u", "INBOX");
        assertThat(refusal(keeping.add(proposal(odd, "x"), HOUSE))).isEqualTo("mailbox.own_ca");
        var sound = new Access(Protocol.IMAP, "imap.x.example", 993, Security.TLS, "", "u", "INBOX");
        assertThat(refusal(keeping.add(proposal(sound, null), HOUSE))).isEqualTo("mailbox.secret");
    }

    @Test
    void a_look_counts_what_waits_and_changes_nothing() {
        var account = server.account();
        account.deliver(1, 3);
        for (var protocol : List.of(Protocol.IMAP, Protocol.POP3)) {
            var access = new Access(
                    protocol, MailServer.HERE, server.port(protocol), Security.NONE, "", account.name(), "INBOX");

            var seen = done(trying.look(proposal(access, MailServer.PASSWORD), null, HOUSE));

            assertThat(seen.waiting()).isEqualTo(3);
            assertThat(seen.folders()).isEqualTo(protocol == Protocol.IMAP ? List.of("INBOX") : List.of());
            assertThat(account.inbox().getMessageCount()).isEqualTo(3);
            assertThat(account.inbox().getUnseenCount()).isEqualTo(3);
            assertThat(refusal(trying.look(proposal(access, "sbagliata"), null, HOUSE)))
                    .isEqualTo("mailbox.unreachable");
        }
    }

    @Test
    void of_the_folders_so_many_are_shown() throws Exception {
        Edge.of("mailbox/ImapBox.MOST_FOLDERS").cuts(many -> {
            var account = server.account();
            for (var beside = 1; beside < many; beside++) account.makeFolder("Cartella" + beside);
            var access = new Access(
                    Protocol.IMAP,
                    MailServer.HERE,
                    server.port(Protocol.IMAP),
                    Security.NONE,
                    "",
                    account.name(),
                    "INBOX");
            return done(trying.look(proposal(access, MailServer.PASSWORD), null, HOUSE))
                    .folders()
                    .size();
        });
    }

    @Test
    void a_look_at_a_known_mailbox_uses_the_password_that_is_kept() {
        var account = server.account();
        var id = errand.mailbox(Protocol.IMAP, account, new Afterwards.Leave());
        var access = mailboxes.find(id).orElseThrow().access();

        assertThat(done(trying.look(proposal(access, null), id, HOUSE)).tells()).isTrue();
        assertThat(refusal(trying.look(proposal(access, null), null, HOUSE))).isEqualTo("mailbox.secret");
    }

    private static Proposal proposal(Access access, @Nullable String secret) {
        return new Proposal("n", access, secret, new Afterwards.Leave(), false, null);
    }

    private byte[] secret(MailboxId id) {
        return db.sql("select secret from mailbox where id = :id")
                .param("id", id.value())
                .query((row, number) -> row.getBytes("secret"))
                .single();
    }

    private static <T> T done(Outcome<T> outcome) {
        return ((Outcome.Done<T>) outcome).value();
    }

    private static String refusal(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).why().message();
    }
}
