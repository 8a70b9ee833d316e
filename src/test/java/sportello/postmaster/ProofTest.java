package sportello.postmaster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.cast.Place;
import sportello.identity.LoggedIn;
import sportello.mail.Addressees;
import sportello.mail.Recipient;
import sportello.mailkey.KeepingCorrespondentKeys;
import sportello.mailkey.KeepingMailKeys;
import sportello.mailkey.KeptMailKey;
import sportello.mime.Locksmith;
import sportello.print.Printing;
import sportello.storage.Hash;
import sportello.ticket.Mail;
import sportello.ticket.Mailing;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.Splitting;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** What stands behind a mail is looked at once, at its receipt, kept with the article, and shown there. */
@SportelloTest
class ProofTest {
    private static final String KEY = "chiavi@valleservizi.example";
    private static final String ADDRESS = "assistenza@pec.valleservizi.example";

    @Autowired
    private JdbcClient db;

    @Autowired
    private sportello.storage.Files files;

    @Autowired
    private Sorting sorting;

    @Autowired
    private Opening opening;

    @Autowired
    private Mailing mailing;

    @Autowired
    private Splitting splitting;

    @Autowired
    private TicketFiles tickets;

    @Autowired
    private Printing printing;

    @Autowired
    private KeepingMailKeys keys;

    @Autowired
    private KeepingCorrespondentKeys correspondents;

    @Autowired
    private MockMvc web;

    private Cast cast;
    private Postbag bag;

    @BeforeEach
    void a_mailbox_of_the_test() {
        cast = Cast.onStage(db);
        bag = new Postbag(db, files, false);
    }

    /** Whom the page let in; others set up their own way in. */
    @AfterEach
    void nobody_has_an_account_and_nobody_the_keys() {
        db.sql("delete from mail_key where :key = any(addresses)")
                .param("key", KEY)
                .update();
        db.sql("delete from correspondent_key where address = 'chi@altrove.example'")
                .update();
        db.sql("delete from account where agent_id = :laura or customer_user_id = :giulia")
                .param("laura", cast.id(LAURA).value())
                .param("giulia", cast.id(GIULIA).value())
                .update();
    }

    @Test
    void a_signed_mail_says_by_whom_and_what_that_is_worth() throws Exception {
        var number = seen(sorted(mail("093-smime-self-signed")));
        assertThat(signature(number)).startsWith("unknown_signer").doesNotContain("null");
        assertThat(page(number)).contains("firma integra, di chi nessuno che conosciamo garantisce");
    }

    @Test
    void a_mail_without_a_signature_says_nothing_of_one() throws Exception {
        var number = seen(sorted(SortingMails.from("chi@altrove.example", "Domanda", "Testo.")));
        assertThat(page(number)).doesNotContain("class=\"proof");
    }

    @Test
    void certified_mail_shows_its_true_sender_and_its_provider() throws Exception {
        var number = seen(sorted(mail("083-pec-certified")));
        assertThat(certified(number))
                .containsExactly("message giulia.moretti@pec.roccalba.example Gestore di prova S.p.A.");
        assertThat(page(number))
                .contains("Posta certificata di giulia.moretti@pec.roccalba.example")
                .contains("nessuno che conosciamo garantisce per il gestore")
                .contains("opec123.20261124091542.00001.1@gestore.example");
    }

    @Test
    void what_was_altered_on_its_way_is_said_to_be_uncertain() throws Exception {
        var number = seen(sorted(mail("085-pec-certified-altered")));
        assertThat(signature(number)).startsWith("invalid");
        assertThat(page(number)).contains("firma del gestore non valida");
    }

    @Test
    void the_conversation_the_paper_and_a_ticket_split_off_show_it_too() throws Exception {
        var number = seen(sorted(mail("083-pec-certified")));
        var proof = "Posta certificata di giulia.moretti@pec.roccalba.example";
        var identifier = "opec123.20261124091542.00001.1@gestore.example";
        assertThat(page(number, "conversation")).contains(proof, identifier);

        var laura = cast.as(LAURA);
        var ticket = tickets.find(number, laura).orElseThrow();
        assertThat(paper(printing.ticket(ticket, true, laura))).contains(proof, "Gestore di prova S.p.A.", identifier);
        assertThat(paper(printing.article(ticket, 1, laura).orElseThrow())).contains(proof);
        assertThat(paper(printing.ticket(ticket, false, laura)))
                .as("no more than the portal")
                .contains("#1 - ")
                .doesNotContain(proof, "Gestore di prova S.p.A.");

        var split = ((Outcome.Done<TicketNumber>)
                        splitting.split(number, 1, new Title("Diviso"), cast.id(Place.IMPIANTI), laura))
                .value();
        assertThat(certified(split)).isEqualTo(certified(number)).hasSize(1);
        assertThat(signature(split)).isEqualTo(signature(number));
        assertThat(page(split)).contains(proof);
    }

    @Test
    void of_a_signed_mail_paper_says_what_the_signature_is_worth() throws Exception {
        var number = seen(sorted(mail("093-smime-self-signed")));
        var ticket = tickets.find(number, cast.as(LAURA)).orElseThrow();
        assertThat(paper(printing.ticket(ticket, true, cast.as(LAURA))))
                .contains("firma integra, di chi nessuno che conosciamo garantisce", "Firmato da");
        assertThat(page(number, "conversation")).contains("firma integra, di chi nessuno che conosciamo garantisce");
    }

    @Test
    void who_a_trusted_server_vouches_for_is_authenticated_and_nobody_else() throws Exception {
        bag.trust("mx.valle.example");
        var pass =
                "Authentication-Results: mx.valle.example; spf=pass; dkim=pass; dmarc=pass header.from=altrove.example\n";
        var number = seen(sorted(pass + fresh()));
        assertThat(authenticated(number)).isEqualTo("true mx.valle.example pass pass pass");
        assertThat(page(number)).contains("mittente autenticato", "mx.valle.example");

        var fail = "Authentication-Results: mx.valle.example; dmarc=fail header.from=altrove.example\n";
        var stranger = "Authentication-Results: mx.evil.example; dmarc=pass header.from=altrove.example\n";
        for (var head : List.of(
                fail,
                fail + pass,
                stranger,
                "",
                pass.replace("from=altrove.example", "from=altro.example"),
                pass.replace("dmarc=pass", "dmarc=none"),
                pass.replace("mx.valle.example", "=?utf-8?q?mx=2Evalle=2Eexample?="))) {
            var suspect = seen(sorted(head + fresh()));
            assertThat(authenticated(suspect)).as(head).startsWith("false");
            assertThat(page(suspect)).contains("mittente non autenticato");
        }
        var two = seen(sorted(pass + fresh().replaceFirst("From: ", "From: capo@banca.example, ")));
        assertThat(authenticated(two)).startsWith("false");
        assertThat(authenticated(seen(sorted(stranger + pass + fresh())))).startsWith("true");
    }

    /** Who forges a sender wants the answer elsewhere. */
    @Test
    void an_answer_goes_where_the_mail_wants_it_only_if_its_sender_is_authenticated() throws Exception {
        bag.trust("mx.valle.example");
        var wanted = "Reply-To: complice@evil.example\n" + fresh();
        var pass = seen(sorted(SortingMails.verdict("mx.valle.example", "pass", "altrove.example") + wanted));
        var fail = seen(sorted(SortingMails.verdict("mx.valle.example", "fail", "altrove.example") + wanted));
        assertThat(beginning(pass)).contains("complice@evil.example");
        assertThat(beginning(fail)).contains("chi@altrove.example").doesNotContain("complice@evil.example");
    }

    /** The form of an answer to the first article. */
    private String beginning(TicketNumber number) throws Exception {
        return web.perform(get("/tickets/" + number.value() + "/answers/new")
                        .param("article", "1")
                        .with(LoggedIn.as(cast.as(LAURA), db)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void where_the_mailbox_trusts_no_server_nothing_is_said() throws Exception {
        var number = seen(sorted("Authentication-Results: mx.valle.example; dmarc=pass\n" + fresh()));
        assertThat(page(number)).doesNotContain("mittente autenticato", "mittente non autenticato");
    }

    @Test
    void certified_mail_that_anybody_can_have_signed_is_asked_about_as_any_other() throws Exception {
        assertThat(page(seen(sorted(mail("083-pec-certified")))))
                .as("nobody vouches for the provider, and nothing speaks against it")
                .contains("#shield\"")
                .doesNotContain("shield-check", "shield-x");
        bag.trust("mx.valle.example");
        for (var head : List.of(
                "",
                "Authentication-Results: mx.valle.example; dmarc=pass\n",
                SortingMails.verdict("mx.valle.example", "pass", "gestore.example"))) {
            var number = seen(sorted(head + mail("083-pec-certified")));
            assertThat(page(number)).as(head).contains("mittente non autenticato", "shield-x");
        }
        var own = SortingMails.verdict("mx.valle.example", "pass", "pec.roccalba.example");
        assertThat(authenticated(seen(sorted(own + mail("083-pec-certified"))))).startsWith("true");
    }

    @Test
    void whoever_forges_certified_mail_is_a_stranger_to_the_ticket() throws Exception {
        bag.trust("mx.valle.example");
        var number = mailed();
        var forged = SortingMails.verdict("mx.valle.example", "fail", "gestore.example")
                + mail("083-pec-certified")
                        .replace("giulia.moretti@pec.roccalba.example", address(GIULIA))
                        .replace("Guasto al lampione", "Re: [Ticket#" + number + "]");
        assertThat(sorted(forged)).isEqualTo(number);
        assertThat(db.sql("""
                select a.visible or not a.unverified
                  from article a
                  join ticket t on t.id = a.ticket_id
                 where t.number = :number
                 order by a.no desc
                 limit 1
                """)
                        .param("number", number.value())
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void an_encrypted_mail_is_opened_once_and_says_so_on_page_and_paper() throws Exception {
        var key = key(Instant.now().plus(Duration.ofDays(1)));
        var number = seen(sorted(encrypted(key)));

        assertThat(page(number)).contains("Il contatore è fermo.", "arrivata cifrata", "S/MIME, AES-256");
        assertThat(page(number, "conversation")).contains("Il contatore è fermo.", "arrivata cifrata");
        var laura = cast.as(LAURA);
        var ticket = tickets.find(number, laura).orElseThrow();
        assertThat(paper(printing.ticket(ticket, true, laura))).contains("arrivata cifrata", "S/MIME, AES-256");
        var split = ((Outcome.Done<TicketNumber>)
                        splitting.split(number, 1, new Title("Diviso"), cast.id(Place.IMPIANTI), laura))
                .value();
        assertThat(page(split)).contains("arrivata cifrata");
        assertThat(keys.all())
                .filteredOn(one -> one.addresses().contains(KEY))
                .extracting(KeptMailKey::used)
                .doesNotContainNull();
        assertThat(raw(number)).as("as it came").contains("enveloped-data").doesNotContain("contatore");
    }

    /** Else whoever sends us what somebody else has encrypted could read it there. */
    @Test
    void what_was_encrypted_is_for_the_desk_alone() throws Exception {
        var key = key(Instant.now().plus(Duration.ofDays(1)));
        var mail = encrypted(key).replace("chi@altrove.example", address(GIULIA));
        var number = seen(sorted(mail));
        assertThat(page(number)).contains("Il contatore è fermo.");
        web.perform(get("/portal/requests/" + number.value()).with(LoggedIn.as(cast.as(GIULIA), db)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(number.value())))
                .andExpect(content().string(not(containsString("Il contatore è fermo."))));
        web.perform(get("/tickets/" + number.value() + "/answers/new").with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Il contatore è fermo."))));
    }

    @Test
    void what_came_encrypted_is_answered_and_forwarded_in_the_clear_only_by_an_explicit_yes() throws Exception {
        var number = seen(sorted(encrypted(key(Instant.now().plus(Duration.ofDays(1))))));
        for (var way : List.of("answers", "forwards")) {
            web.perform(get("/tickets/" + number.value() + "/" + way + "/new")
                            .param("article", "1")
                            .with(LoggedIn.as(cast.as(LAURA), db)))
                    .andExpect(content().string(containsString("Invia in chiaro")));

            web.perform(written(number, way))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("questa mail partirebbe in chiaro")))
                    .andExpect(content().string(containsString("Guardiamo.")));
            assertThat(lettersTo(way)).isZero();

            web.perform(written(number, way).param("inClear", "true")).andExpect(status().is3xxRedirection());
            assertThat(lettersTo(way)).isOne();
        }
        web.perform(get("/tickets/" + number.value() + "/history").with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(content().string(stringContainsInOrder("partita in chiaro", "partita in chiaro")));
    }

    @Test
    void what_came_encrypted_is_answered_encrypted_to_those_whose_key_is_known_and_nobody_is_asked() throws Exception {
        var number = seen(sorted(encrypted(key(Instant.now().plus(Duration.ofDays(1))))));
        var writer = Locksmith.onCurve(
                "chi@altrove.example",
                Instant.now().minusSeconds(60),
                Instant.now().plus(Duration.ofDays(1)));
        assertThat(correspondents.add(writer.pem().getBytes(UTF_8), "chi@altrove.example", Authority.HOUSE))
                .isInstanceOf(Outcome.Done.class);
        for (var way : List.of("answers", "forwards")) {
            var to = "chi@altrove.example";
            web.perform(written(number, way, to + ", altri@cifrata.example"))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("di almeno un destinatario non abbiamo una chiave")))
                    .andExpect(content().string(containsString("Invia in chiaro")));
            web.perform(written(number, way, to)).andExpect(status().is3xxRedirection());
            assertThat(seals(to)).as(way).endsWith("smime_encrypted");
            web.perform(written(number, way, to + ", " + way + "@aperta.example")
                            .param("inClear", "true"))
                    .andExpect(status().is3xxRedirection());
            assertThat(seals(to)).endsWith("smime_encrypted");
            assertThat(seals(way + "@aperta.example")).containsExactly("");
        }
        web.perform(get("/tickets/" + number.value() + "/answers/new")
                        .param("article", "1")
                        .with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(content().string(containsString("anche questa mail partirà cifrata")))
                .andExpect(content().string(not(containsString("Invia in chiaro"))));
        var history = web.perform(get("/tickets/" + number.value() + "/history").with(LoggedIn.as(cast.as(LAURA), db)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(history.split("partita in chiaro", -1))
                .as("twice to somebody else too")
                .hasSize(3);
        web.perform(get("/tickets/" + number.value()).param("article", "3").with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(content().string(containsString("cifrata S/MIME")));
        var ticket = tickets.find(number, cast.as(LAURA)).orElseThrow();
        assertThat(paper(printing.ticket(ticket, true, cast.as(LAURA))))
                .contains("A: chi@altrove.example — cifrata S/MIME")
                .doesNotContain("A: answers@aperta.example");
        db.sql("update article set visible = true where ticket_id = :ticket")
                .param("ticket", ticket.id().value())
                .update();
        assertThat(paper(printing.ticket(ticket, false, cast.as(LAURA))))
                .contains("#3 - ")
                .doesNotContain("cifrata");
    }

    @Test
    void a_mail_about_nothing_in_particular_that_quotes_what_came_encrypted_is_asked_about_too() throws Exception {
        var number = seen(sorted(encrypted(key(Instant.now().plus(Duration.ofDays(1))))));
        for (var way : List.of("mails", "answers")) {
            var to = way + "@libera.example";
            var quoting = "Guardiamo.\n\n> Il contatore\n> è fermo.";
            web.perform(written(number, way, "0", to, quoting))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("Invia in chiaro")));
            web.perform(written(number, way, "0", to, quoting).param("inClear", "true"))
                    .andExpect(status().is3xxRedirection());
            web.perform(written(number, way, "0", to, "Guardiamo.")).andExpect(status().is3xxRedirection());
            assertThat(seals(to)).containsExactly("", "");
        }
        web.perform(get("/tickets/" + number.value() + "/history").with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(content().string(stringContainsInOrder("partita in chiaro", "partita in chiaro")));
    }

    /** As when our own mail that passed it on is passed on again, or the customer has since written in the clear. */
    @Test
    void what_quotes_something_encrypted_is_asked_about_whatever_else_it_answers() throws Exception {
        var number = seen(sorted(encrypted(key(Instant.now().plus(Duration.ofDays(1))))));
        web.perform(written(number, "forwards", "1", "esperto@libera.example", "Guardiamo.")
                        .param("inClear", "true"))
                .andExpect(status().is3xxRedirection());
        sorted(fresh().replace("Subject: Domanda", "Subject: Re: [Ticket#" + number.value() + "]"));
        var quoting = "Guardi.\n\n>> Il contatore\n>> è fermo.";
        for (var article : List.of("0", "2", "3")) {
            var to = "terzi" + article + "@libera.example";
            web.perform(written(number, "forwards", article, to, quoting))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("Invia in chiaro")));
            web.perform(written(number, "forwards", article, to, "Guardi.")).andExpect(status().is3xxRedirection());
            assertThat(seals(to)).as("article " + article).containsExactly("");
        }
    }

    /** How the letters to the address leave, empty for in the clear. */
    private List<String> seals(String to) {
        return db.sql("select coalesce(seal, '') from letter where to_address = :to order by id")
                .param("to", to)
                .query(String.class)
                .list();
    }

    @Test
    void what_came_in_the_clear_is_answered_without_a_question() throws Exception {
        var number = seen(sorted(fresh()));
        web.perform(get("/tickets/" + number.value() + "/answers/new")
                        .param("article", "1")
                        .with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(content().string(not(containsString("Invia in chiaro"))));
        web.perform(written(number, "answers").param("inClear", "true")).andExpect(status().is3xxRedirection());
        web.perform(get("/tickets/" + number.value() + "/history").with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(content().string(not(containsString("partita in chiaro"))));
    }

    /** Each way to an address of its own. */
    private MockHttpServletRequestBuilder written(TicketNumber number, String way) {
        return written(number, way, way + "@cifrata.example");
    }

    private MockHttpServletRequestBuilder written(TicketNumber number, String way, String to) {
        return written(number, way, "1", to, "Guardiamo.");
    }

    private MockHttpServletRequestBuilder written(
            TicketNumber number, String way, String article, String to, String text) {
        return post("/tickets/" + number.value() + "/" + way)
                .with(LoggedIn.as(cast.as(LAURA), db))
                .param("version", "" + version(number))
                .param("article", article)
                .param("to", to)
                .param("subject", "Contatore")
                .param("text", text);
    }

    private long lettersTo(String way) {
        return db.sql("select count(*) from letter where to_address = :to")
                .param("to", way + "@cifrata.example")
                .query(Long.class)
                .single();
    }

    @Test
    void a_key_opens_what_is_old_when_it_is_over_and_nothing_when_it_is_out_of_use() throws Exception {
        var key = key(Instant.now().minus(Duration.ofDays(1)));
        assertThat(page(seen(sorted(encrypted(key))))).contains("Il contatore è fermo.");

        var kept = keys.all().stream()
                .filter(one -> one.addresses().contains(KEY))
                .findFirst()
                .orElseThrow();
        keys.use(kept.id(), kept.version(), false, Authority.HOUSE);
        assertThat(page(seen(sorted(encrypted(key)))))
                .contains("non abbiamo una chiave che la apra", "smime.p7m")
                .doesNotContain("Il contatore è fermo.");
    }

    @Test
    void that_a_key_cannot_be_had_keeps_a_mail_waiting_and_puts_none_away() {
        var key = key(Instant.now().plus(Duration.ofDays(1)));
        db.sql("update mail_key set secret = 'x' where :key = any(addresses)")
                .param("key", KEY)
                .update();
        var arrival = bag.put(encrypted(key));
        assertThatThrownBy(() -> sorting.some(bag.mailbox(), 10)).isInstanceOf(UncheckedIOException.class);
        assertThat(db.sql("select state from arrival where id = :id")
                        .param("id", arrival)
                        .query(String.class)
                        .single())
                .isEqualTo("WAITING");
    }

    /** Kept by the house until the test is over. */
    private Locksmith key(Instant until) {
        var key = Locksmith.onCurve(KEY, until.minus(Duration.ofDays(9)), until);
        assertThat(keys.add(key.pkcs12("segreta"), "segreta", Authority.HOUSE)).isInstanceOf(Outcome.Done.class);
        return key;
    }

    private static String encrypted(Locksmith key) {
        return "X-Test: " + UUID.randomUUID() + "\nFrom: chi@altrove.example\nSubject: Contatore\n"
                + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder()
                        .encodeToString(
                                key.sealed("Content-Type: text/plain; charset=utf-8\n\nIl contatore è fermo.\n"));
    }

    private String raw(TicketNumber number) throws Exception {
        return web.perform(get("/articles/" + article(number) + "/source").with(LoggedIn.as(cast.as(LAURA), db)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String address(Caller who) {
        return db.sql("select email from customer_user where id = :id")
                .param("id", cast.id(who).value())
                .query(String.class)
                .single();
    }

    private long article(TicketNumber number) {
        return db.sql(
                        "select a.id from article a join ticket t on t.id = a.ticket_id where t.number = :number order by a.no limit 1")
                .param("number", number.value())
                .query(Long.class)
                .single();
    }

    private static String fresh() {
        return "X-Test: " + UUID.randomUUID() + "\n" + SortingMails.from("chi@altrove.example", "Domanda", "Testo.");
    }

    private String authenticated(TicketNumber number) {
        return db.sql("""
                select n.authenticated || ' ' || n.server || ' ' || n.spf || ' ' || n.dkim || ' ' || n.dmarc
                  from article_authentication n
                  join article a on a.id = n.article_id
                  join ticket t on t.id = a.ticket_id
                 where t.number = :number
                """).param("number", number.value()).query(String.class).single();
    }

    /** What stands on it, its lines joined. */
    private static String paper(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void receipts_stand_at_the_mail_on_which_they_are() throws Exception {
        var number = mailed();
        var ours = db.sql("select message_id from letter where to_address = :to order by id desc limit 1")
                .param("to", ADDRESS)
                .query(String.class)
                .single();
        var letters = letters();
        for (var receipt : List.of(
                "086-pec-receipt-accepted",
                "087-pec-receipt-delivered",
                "088-pec-receipt-not-delivered",
                "089-pec-receipt-virus",
                "128-pec-receipt-not-accepted",
                "129-pec-receipt-taken",
                "130-pec-receipt-delivery-uncertain")) {
            var mail = mail(receipt).replaceFirst("X-Riferimento-Message-ID: .*", "X-Riferimento-Message-ID: " + ours);
            var arrival = bag.put(mail);
            sorting.some(bag.mailbox(), 10);
            assertThat(bag.fate(arrival).number()).as(receipt).isEqualTo(number.value());
            assertThat(kept(arrival))
                    .as("its envelope with the provider's signature")
                    .isEqualTo(mail);
        }
        assertThat(letters()).as("answers to a provider").isEqualTo(letters);
        var no = db.sql("select no from article where message_id = :ours")
                .param("ours", ours)
                .query(Integer.class)
                .single();
        web.perform(get("/tickets/" + number.value()).param("article", "" + no).with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(content().string(containsString("PEC: ricevuta di accettazione")))
                .andExpect(content().string(containsString("PEC: ricevuta di avvenuta consegna")))
                .andExpect(content().string(containsString("PEC: avviso di non accettazione")))
                .andExpect(content().string(containsString("PEC: presa in carico")))
                .andExpect(content().string(containsString("PEC: preavviso di mancata consegna")))
                .andExpect(content().string(containsString("PEC: avviso di mancata consegna")))
                .andExpect(content().string(containsString("PEC: rilevato un virus")));
    }

    private long letters() {
        return db.sql("select count(*) from letter where auto_replied or to_address like '%gestore.example'")
                .query(Long.class)
                .single();
    }

    /** What came, as it came. */
    private String kept(long arrival) throws IOException {
        var hash = db.sql("select hash from arrival where id = :id")
                .param("id", arrival)
                .query((row, number) -> Hash.of(row.getBytes("hash")))
                .single();
        try (var bytes = files.open(hash)) {
            return new String(bytes.readAllBytes(), UTF_8).replace("\r\n", "\n");
        }
    }

    /** No two with the same bytes. */
    private static String mail(String name) throws IOException {
        return "X-Test: " + UUID.randomUUID() + "\n"
                + Files.readString(Path.of("src/test/resources/mails/" + name + ".eml"));
    }

    private TicketNumber mailed() {
        var number = ((Outcome.Done<TicketNumber>) opening.byPortal(
                        cast.as(GIULIA),
                        cast.as(GIULIA).customer(),
                        new Title("Orari"),
                        new Message("La caldaia della biblioteca."),
                        Uploads.NONE))
                .value();
        var letter = new Mail(
                Addressees.only(new Recipient("", ADDRESS)), new Title("Orari"), new Message("Ecco."), Uploads.NONE);
        mailing.mail(number, version(number), letter, false, cast.as(LAURA));
        return number;
    }

    private int version(TicketNumber number) {
        return db.sql("select version from ticket where number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    /** In a queue where people look. */
    private TicketNumber seen(TicketNumber number) {
        db.sql("update ticket set queue_id = :queue where number = :number")
                .param("queue", cast.id(Place.IMPIANTI).value())
                .param("number", number.value())
                .update();
        return number;
    }

    private TicketNumber sorted(String mail) {
        var arrival = bag.put(mail);
        sorting.some(bag.mailbox(), 10);
        return new TicketNumber(bag.fate(arrival).number());
    }

    private String page(TicketNumber number) throws Exception {
        return page(number, "table");
    }

    private String page(TicketNumber number, String view) throws Exception {
        return web.perform(get("/tickets/" + number.value()).param("view", view).with(LoggedIn.as(cast.as(LAURA), db)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String signature(TicketNumber number) {
        return db.sql("""
                select s.worth || ' ' || s.name || ' ' || coalesce(s.until::text, 'null')
                  from article_signature s
                  join article a on a.id = s.article_id
                  join ticket t on t.id = a.ticket_id
                 where t.number = :number
                """).param("number", number.value()).query(String.class).single();
    }

    private List<String> certified(TicketNumber number) {
        return db.sql("""
                select c.kind || ' ' || c.sender || ' ' || c.provider
                  from article_certified c
                  join article a on a.id = c.article_id
                  join ticket t on t.id = a.ticket_id
                 where t.number = :number
                """).param("number", number.value()).query(String.class).list();
    }
}
