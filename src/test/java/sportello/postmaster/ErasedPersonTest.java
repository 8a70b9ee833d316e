package sportello.postmaster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.calendar.Appointing;
import sportello.calendar.Plan;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.customer.Belonging;
import sportello.customer.CustomerUserDetails;
import sportello.customer.CustomerUserId;
import sportello.customer.TaxCode;
import sportello.field.TypedFields;
import sportello.identity.LoggedIn;
import sportello.identity.Viewer.CustomerViewer;
import sportello.identity.Viewers;
import sportello.identity.Welcoming;
import sportello.mail.Addressees;
import sportello.mail.Recipient;
import sportello.privacy.ErasingPerson;
import sportello.privacy.Holding;
import sportello.search.KeepingSearch;
import sportello.search.SearchForm;
import sportello.storage.Files;
import sportello.ticket.Answering;
import sportello.ticket.Call;
import sportello.ticket.Calling;
import sportello.ticket.DraftKind;
import sportello.ticket.Drafts;
import sportello.ticket.Forwarding;
import sportello.ticket.History;
import sportello.ticket.Locking;
import sportello.ticket.Mail;
import sportello.ticket.Message;
import sportello.ticket.Noting;
import sportello.ticket.Opening;
import sportello.ticket.PersonName;
import sportello.ticket.Sequel;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Upload;
import sportello.ticket.Uploads;

/**
 * A person with names and words that nobody else has uses the house in every way, and is erased: then none of these words
 * is in any column of the database, but for those that {@code erasure.txt} names with a reason. A new column of text, JSON
 * or bytes either had one of the words before, and lost it, or stands there.
 */
@SportelloTest
class ErasedPersonTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Files files;

    @Autowired
    private Sorting sorting;

    @Autowired
    private Welcoming welcoming;

    @Autowired
    private Viewers viewers;

    @Autowired
    private Opening opening;

    @Autowired
    private Locking locking;

    @Autowired
    private Noting noting;

    @Autowired
    private Calling calling;

    @Autowired
    private Answering answering;

    @Autowired
    private Forwarding forwarding;

    @Autowired
    private Drafts drafts;

    @Autowired
    private KeepingSearch searches;

    @Autowired
    private Appointing appointing;

    @Autowired
    private History history;

    @Autowired
    private ErasingPerson erasing;

    @Autowired
    private Holding holding;

    private final String own = UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    private final String surname = "Zaffirini" + own;

    /** In the sentence that the person writes everywhere. */
    private final String word = "pulcinella" + own;

    private final String phrase = "merope " + word + " ventosa";
    private final String phone = "0461" + Math.abs((long) own.hashCode());
    private final String taxCode = provisional(Math.abs(own.hashCode()));
    private final String email = "berenice." + surname.toLowerCase(Locale.ROOT) + "@roccalba.example";
    private final String home = surname.toLowerCase(Locale.ROOT) + "@casa.example";
    private Cast cast;
    private Postbag bag;
    private CustomerUserId person;

    /** Eleven digits, with the last one that fits the others. */
    private static String provisional(int number) {
        var ten = "%010d".formatted(number);
        return IntStream.range(0, 10)
                .mapToObj(last -> ten + last)
                .filter(code -> TaxCode.read(code) instanceof Outcome.Done<String>)
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void a_person_enters() {
        cast = Cast.onStage(db);
        bag = new Postbag(db, files, false);
        var details = CustomerUserDetails.of("", "Berenice", surname, email, phone, Language.ITALIAN, true);
        person = done(details.then(who -> who.withTaxCode(taxCode))
                .then(who -> welcoming.register(
                        who, Belonging.to(cast.as(GIULIA).customer()), TypedFields.NONE, true, Authority.HOUSE)));
        db.sql("insert into customer_user_address (customer_user_id, address) values (:id, :home)")
                .param("id", person.value())
                .param("home", home)
                .update();
    }

    /** What was sorted is committed, and so is all that the person has left. */
    @AfterEach
    void others_find_the_house_without_fields_and_webhooks() {
        Cast.withoutFields(db);
        Cast.withoutWebhooks(db);
    }

    @Test
    void nothing_of_an_erased_person_is_left_outside_the_reviewed_list() throws Exception {
        var number = uses();
        var before = Remnants.of(db).where(surname, word, phone, taxCode);
        var tickets = tickets();

        assertThat(done(erasing.erase(person, true, cast.as(ANNA)))).isEqualTo("Persona cancellata " + person.value());

        var remnants = Remnants.of(db);
        assertThat(remnants.where(surname, word, phone, taxCode).stream().filter(column -> !remnants.isKept(column)))
                .as("where the person still stands")
                .isEmpty();
        assertThat(remnants.all().stream().filter(column -> !before.contains(column) && !remnants.isNamed(column)))
                .as("columns in which the person never stood, and that no list names")
                .isEmpty();
        assertThat(remnants.namedInVain()).as("named, and not there").isEmpty();
        assertThat(before).hasSizeGreaterThan(40);
        assertThat(tickets())
                .as("tickets, numbers, times and people of the desk")
                .isEqualTo(tickets);
        assertThat(history.firstBroken(id(number))).as("the chain").isEmpty();
        assertThat(db.sql("select title from ticket where number = :number")
                        .param("number", number.value())
                        .query(String.class)
                        .single())
                .startsWith("Testo cancellato il ");
        assertThat(erasing.erase(person, true, cast.as(ANNA)))
                .as("a second time")
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void what_the_person_wrote_can_stay_without_the_name() {
        var number = opened("Il riscaldamento di Berenice " + surname + " è rotto.");

        done(erasing.erase(person, false, cast.as(ANNA)));

        assertThat(text(number)).isEqualTo("Il riscaldamento di Persona cancellata " + person.value() + " è rotto.");
        assertThat(history.firstBroken(id(number))).isEmpty();
    }

    @Test
    void a_line_that_says_less_and_for_which_nobody_vouches_is_a_broken_one() {
        var number = opened("Aiuto.");
        done(erasing.erase(person, true, cast.as(ANNA)));
        db.sql("alter table ticket_history disable trigger user").update();
        db.sql("""
                update ticket_history
                   set facts = replace(facts::text, '"rule":""', '"rule":"altra"')::json
                 where ticket_id = :ticket
                   and no = 1
                """).param("ticket", id(number).value()).update();
        db.sql("alter table ticket_history enable trigger user").update();

        assertThat(history.firstBroken(id(number))).contains(1);
    }

    @Test
    void a_hold_on_the_ticket_or_on_the_customer_stands_in_the_way() {
        var number = opened("Aiuto.");
        isHeld(done(holding.place(number.value(), "Contenzioso 12/2026", cast.as(ANNA))));
        isHeld(done(holding.place(cast.as(GIULIA).customer(), "Ispezione", cast.as(ANNA))));

        assertThat(erasing.erase(person, true, cast.as(ANNA))).isInstanceOf(Outcome.Done.class);
    }

    private void isHeld(long hold) {
        assertThat(erasing.erase(person, true, cast.as(ANNA)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why().message()).isEqualTo("privacy.held"));
        assertThat(db.sql("select last_name from customer_user where id = :id")
                        .param("id", person.value())
                        .query(String.class)
                        .single())
                .isEqualTo(surname);
        done(holding.lift(hold, cast.as(ANNA)));
    }

    /** By portal and mail, called and written to, in what others write, and where nobody thinks of it. */
    private TicketNumber uses() throws Exception {
        var viewer = viewers.customerUser(person).orElseThrow();
        LoggedIn.cookie(viewer, db);
        LoggedIn.resetToken(viewer, db);
        var number = opened("Buongiorno, la caldaia:\n\n" + phrase + " da lunedì.\n\nBerenice " + surname);
        var laura = cast.as(LAURA);
        done(locking.lock(number, laura));
        done(noting.note(
                number,
                new Title("Nota"),
                new Message("Berenice " + surname + " (" + phone + ", " + taxCode + ") insiste."),
                false,
                Uploads.NONE,
                laura));
        done(calling.call(
                number,
                Call.RECEIVED,
                new PersonName("Berenice " + surname),
                new Title("Chiamata"),
                new Message("La signora " + surname + " dice: " + phrase + " da lunedì."),
                Uploads.NONE,
                laura));
        done(answering.answer(
                number,
                version(number),
                1,
                new Mail(
                        Addressees.only(new Recipient("Berenice " + surname, email)),
                        new Title("Re: " + title()),
                        new Message("Gentile signora " + surname + ",\n\nper «" + title() + "» provvediamo.\n\n> "
                                + phrase + " da lunedì."),
                        Uploads.NONE),
                laura));
        done(forwarding.forward(
                number,
                version(number),
                1,
                Set.of(1),
                new Mail(
                        Addressees.only(new Recipient("Ditta Neri", "carpenteria@neri.example")),
                        new Title("Fwd: " + title()),
                        new Message("Potete andare da " + email + "?\n\n> " + phrase + " da lunedì."),
                        Uploads.NONE),
                false,
                new Sequel.Stay(),
                laura));
        db.sql(
                        "update letter set state = 'sent', sent_at = now() where lower(to_address) = :email and state = 'waiting'")
                .param("email", email)
                .update();
        sorted(SortingMails.bounce(email, lastMessageTo(email)));
        sorted(SortingMails.from(
                email, "Re: [Ticket#" + number.value() + "] " + phrase, phrase + " ancora. " + surname));
        sorted(SortingMails.from(home, phrase, phrase + " anche a casa."));
        sorted(SortingMails.automatic(email, "Fuori ufficio " + surname, phrase));
        done(drafts.keep(
                number,
                DraftKind.ANSWER,
                1,
                Map.of("to", email, "subject", "Re", "text", "Gentile " + surname + ", " + phrase + " da lunedì."),
                laura));
        done(drafts.keepAtDesk(DraftKind.OPENING_PHONE, (int) person.value(), Map.of("text", surname), laura));
        done(searches.keep("Di Berenice " + surname, false, form(email), laura));
        done(Plan.of(
                        new Title("Da " + surname),
                        "Casa " + surname,
                        "Chiamare " + email,
                        Instant.parse("2026-12-01T08:00:00Z"),
                        Instant.parse("2026-12-01T09:00:00Z"),
                        false,
                        number)
                .then(plan -> appointing.make(plan, laura)));
        var giulia = cast.as(GIULIA);
        done(opening.byPortal(
                giulia,
                giulia.customer(),
                new Title("Collega"),
                new Message("Scrivete anche a " + email + "."),
                Uploads.NONE));
        plant(number);
        return number;
    }

    private static SearchForm form(String words) {
        return new SearchForm(
                words, null, null, null, null, null, null, null, null, null, null, null, null, null, null, Map.of());
    }

    private TicketNumber opened(String text) {
        CustomerViewer viewer = viewers.customerUser(person).orElseThrow();
        var photo = new Upload(
                "contatore-" + surname + ".txt",
                "text/plain",
                phrase.length(),
                () -> new ByteArrayInputStream(phrase.getBytes(UTF_8)));
        return done(opening.byPortal(
                viewer, viewer.customer(), new Title(title()), new Message(text), new Uploads(List.of(photo))));
    }

    private String title() {
        return LibraryStory.TITLE + " " + phrase;
    }

    /** What the desk keeps of people that takes a device, a provider or a certificate to come about. */
    private void plant(TicketNumber number) {
        for (var statement : """
                insert into passkey (account_id, name, credential_id, credential, sign_count, syncable, created_at)
                select id, :name, convert_to(:name, 'UTF8'), convert_to(:name, 'UTF8'), 0, false, now()
                  from account where customer_user_id = :person;
                insert into api_token (account_id, name, token_hash, writes, created_at, expires_at)
                select id, :name, convert_to(:name, 'UTF8'), false, now(), now() + interval '1 day'
                  from account where customer_user_id = :person;
                insert into oidc_subject (issuer, subject, audience, account_id, made)
                select 'https://id.' || :name, :name, 'portal', id, false from account where customer_user_id = :person;
                update login_session set user_agent = :name, address = :name
                 where account_id in (select id from account where customer_user_id = :person);
                insert into field (subject, name, kind, label_it, label_en, position, valid)
                select subject, 'Erased_' || subject, 'line', subject, subject, 900, false
                  from unnest(array['customer_user', 'ticket', 'article']) as subject
                    on conflict do nothing;
                insert into customer_user_field (customer_user_id, field_id, text)
                select :person, id, :name from field where name = 'Erased_customer_user';
                insert into ticket_field (ticket_id, field_id, text)
                select :ticket, id, :name from field where name = 'Erased_ticket';
                insert into article_field (article_id, field_id, text)
                select a.id, f.id, :name from field f, article a
                 where f.name = 'Erased_article' and a.ticket_id = :ticket and a.no = 1;
                update article set html_body = '<p>' || text_body || '</p>' where ticket_id = :ticket and event is null;
                update article set reply_to = :email, message_id = '<' || :email || '>'
                 where sender_address = :email;
                insert into article_signature (article_id, worth, name, address)
                select max(id), 'valid', :name, :email from article where sender_address = :email;
                insert into article_certified (article_id, kind, sender, addresses, identifier, provider, error, refers_to)
                select max(id), 'message', :email, array[:email], :email, :email, :name, :email
                  from article where sender_address = :email;
                insert into article_authentication (article_id, authenticated, server, dkim, spf, dmarc)
                select max(id), true, :email, :email, :email, :email
                  from article where sender_address = :email
                    on conflict (article_id) do update set dkim = :email, spf = :email, dmarc = :email, server = :email;
                insert into ascertainment (ticket_id, closed_at, cause_id, text, corrective_action, agent_id, at)
                select id, created_at, (select min(id) from failure_cause), :name, :name, owner_id, created_at
                  from ticket where id = :ticket;
                update letter set answer = '550 <' || :email || '>', origin = to_json(:name::text),
                                  addressees = coalesce(addressees, to_json(:email::text)),
                                  in_reply_to = '<' || :email || '>', reference_ids = '<' || :email || '>'
                 where id in (select letter_id from article_recipient where letter_id is not null
                                 and article_id in (select id from article where ticket_id = :ticket));
                insert into automatic_answer_sent (address, day, number) values (:email, current_date, 1)
                    on conflict do nothing;
                insert into bounced_address (address, words, at) values (:email, '550 <' || :email || '>', now())
                    on conflict (address) do update set words = excluded.words;
                update sorted_mail set message_id = '<' || :email || '>',
                                       log = json_build_array(json_build_object('key', 'x', 'what', :email::text))
                 where ticket_id = :ticket;
                insert into webhook (name, format, language, valid) values (:name, 'slack', 'it', false);
                insert into webhook_delivery (webhook_id, event, ticket, link, subject, body, created_at, state, words)
                select id, 'noted', '1', 'https://localhost', :name, :name || ' ' || :email, now(), 'sent', :email
                  from webhook where name = :name;
                update webhook set name = 'erased ' || id where name = :name;
                insert into notification (ticket_id, history_id, rule_id, webhook_id, recipient_name, address, delivery_id,
                                          created_at)
                select :ticket, (select min(id) from ticket_history where ticket_id = :ticket),
                       (select min(id) from notification_rule), webhook_id, 'Slack', '', id, now()
                  from webhook_delivery where body = :name || ' ' || :email;
                insert into portal_link (customer_user_id, invited, token_hash, email, sent_at, expires_at)
                values (:person, false, convert_to(:email, 'UTF8'), :email, now(), now());
                insert into correspondent_key (kind, address, name, fingerprint, certificate, since, learned, added_at)
                values ('smime', lower(:email), :name, :email, convert_to(:name, 'UTF8'), now(), true, now());
                """.split(";"))
            if (!statement.isBlank())
                db.sql(statement)
                        .param("person", person.value())
                        .param("ticket", id(number).value())
                        .param("name", "Berenice " + surname)
                        .param("email", email)
                        .update();
    }

    private void sorted(String mail) {
        bag.put(mail);
        sorting.some(bag.mailbox(), 10);
    }

    private String lastMessageTo(String address) {
        return db.sql(
                        "select message_id from letter where lower(to_address) = :address and thread is not null order by id desc limit 1")
                .param("address", address)
                .query(String.class)
                .single();
    }

    private int version(TicketNumber number) {
        return db.sql("select version from ticket where number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    private TicketId id(TicketNumber number) {
        return new TicketId(db.sql("select id from ticket where number = :number")
                .param("number", number.value())
                .query(Long.class)
                .single());
    }

    private String text(TicketNumber number) {
        return db.sql("select text_body from article where ticket_id = :ticket and no = 1")
                .param("ticket", id(number).value())
                .query(String.class)
                .single();
    }

    /** What statistics and lists count. */
    private Set<String> tickets() {
        return new TreeSet<>(
                db.sql("""
                select concat_ws(' ', number, queue_id, state_id, owner_id, responsible_id, customer_id, customer_user_id,
                                 created_at, closed_at,
                                 (select count(*) from article a where a.ticket_id = t.id))
                  from ticket t
                 where customer_user_id = :person
                """).param("person", person.value()).query(String.class).list());
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var why) -> throw new AssertionError(why.toString());
        };
    }
}
