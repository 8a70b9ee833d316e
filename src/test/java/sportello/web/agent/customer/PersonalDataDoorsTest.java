package sportello.web.agent.customer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.EMILY;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.identity.LoggedIn;
import sportello.storage.Files;
import sportello.ticket.Message;
import sportello.ticket.Noting;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Upload;
import sportello.ticket.Uploads;
import tools.jackson.databind.json.JsonMapper;

/** A person asks what the house knows of them, and an administrator hands it out. */
@SportelloTest
@Transactional
class PersonalDataDoorsTest {
    private static final String SECRET = "Attenzione: chiama di continuo.";

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Noting noting;

    @Autowired
    private Files files;

    private Cast cast;
    private TicketNumber number;

    @BeforeEach
    void giulia_has_asked() {
        cast = Cast.onStage(db);
        number = opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT, upload("foto della caldaia.txt"));
        assertThat(noting.note(number, new Title("Nota"), new Message(SECRET), false, Uploads.NONE, cast.as(LAURA)))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_person_gets_what_the_house_knows_and_nothing_internal() throws Exception {
        db.sql("insert into customer_user_address (customer_user_id, address) values (:id, 'giulia@casa.example')")
                .param("id", id(GIULIA))
                .update();
        db.sql("""
                insert into correspondent_key (kind, address, name, fingerprint, certificate, since, learned, added_at)
                values ('smime', 'giulia@casa.example', 'Giulia', 'A1B2C3', 'x', now(), true, now())
                """).update();
        db.sql("""
                with reserved as (
                    insert into permission_group (name, reserved) values ('Personale', true) returning id)
                insert into customer_right (group_id, customer_user_id, writes, ours) select id, :id, true, false from reserved
                """).param("id", id(GIULIA)).update();
        LoggedIn.cookie(cast.as(GIULIA), db);
        mailed("giulia@casa.example");

        var archive = archive(GIULIA);

        assertThat(archive.keySet())
                .contains("index.html", "person.json", "requests/" + number + ".html", "requests/" + number + ".json")
                .anyMatch(name -> name.startsWith("mails/"));
        assertThat(text(archive, "index.html"))
                .contains(
                        "Dati personali di Giulia Moretti",
                        "giulia@casa.example",
                        number.value(),
                        "192.0.2.1",
                        "Personale: legge, apre e risponde (rw), solo le proprie",
                        "A1B2C3");
        assertThat(text(archive, "requests/" + number + ".html")).contains(LibraryStory.TITLE);
        assertThat(archive.entrySet())
                .anySatisfy(file -> {
                    assertThat(file.getKey()).endsWith("-foto della caldaia.txt");
                    assertThat(new String(file.getValue(), UTF_8)).isEqualTo("Ecco la foto.");
                })
                .anySatisfy(
                        file -> assertThat(new String(file.getValue(), UTF_8)).contains("Subject: Ancora io"))
                .noneMatch(file -> new String(file.getValue(), UTF_8).contains(SECRET));
        var person = JsonMapper.shared().readTree(text(archive, "person.json"));
        assertThat(person.get("furtherAddresses").get(0).asString()).isEqualTo("giulia@casa.example");
        assertThat(person.get("keys").get(0).get("fingerprint").asString()).isEqualTo("A1B2C3");
        assertThat(person.get("rights").get(0).get("group").asString()).isEqualTo("Personale");
        assertThat(person.get("rights").get(0).get("writes").asBoolean()).isTrue();
        assertThat(person.get("access").get("sessions").get(0).get("address").asString())
                .isEqualTo("192.0.2.1");
        assertThat(text(archive, "person.json")).doesNotContain("hash", "password");
    }

    @Test
    void what_others_ask_is_not_in_it() throws Exception {
        var other = opened(EMILY, "Private matter", "For Emily alone.", Uploads.NONE);

        assertThat(archive(GIULIA).toString()).doesNotContain(other.value());
        assertThat(archive(EMILY).keySet())
                .contains("requests/" + other + ".html")
                .doesNotContain("requests/" + number);
    }

    @Test
    void the_book_keeps_that_it_was_handed_out_and_no_name() throws Exception {
        archive(GIULIA);

        assertThat(db.sql(
                                "select name || ' ' || changes::text from audit_line where topic = 'privacy' order by no desc limit 1")
                        .query(String.class)
                        .single())
                .startsWith("" + id(GIULIA))
                .doesNotContain("Giulia", "Moretti");
    }

    @Test
    void only_administrators_find_the_way_there() throws Exception {
        see("", ANNA).andExpect(content().string(containsString("Dati personali")));
        see("/data", ANNA).andExpect(status().isOk()).andExpect(content().string(containsString("Scarica i dati")));
        see("/data", LAURA).andExpect(status().isNotFound());
    }

    private TicketNumber opened(Caller who, String title, String text, Uploads uploads) {
        var viewer = cast.as(who);
        return switch (opening.byPortal(viewer, viewer.customer(), new Title(title), new Message(text), uploads)) {
            case Outcome.Done<TicketNumber>(var opened) -> opened;
            case Outcome.Refused<TicketNumber>(var why) -> throw new AssertionError(why);
        };
    }

    private static Uploads upload(String name) {
        return new Uploads(List.of(
                new Upload(name, "text/plain", 13, () -> new ByteArrayInputStream("Ecco la foto.".getBytes(UTF_8)))));
    }

    /** A mail that came, and of which nothing became. */
    private void mailed(String from) {
        var raw = files.keep(
                new ByteArrayInputStream(("From: " + from + "\r\nSubject: Ancora io\r\n\r\nCiao.").getBytes(UTF_8)));
        db.sql("""
                with box as (insert into mailbox (name, protocol, host, port, valid)
                             values ('dati ' || gen_random_uuid(), 'IMAP', 'mail.valle.example', 993, false)
                             returning id),
                     came as (insert into arrival (mailbox_id, uid_validity, epoch, uid, hash, size, arrived_at, state)
                              select id, 1, 0, '1', :hash, :size, now(), 'SORTED' from box
                              returning id)
                insert into sorted_mail (arrival_id, verdict, sender, subject, log, at)
                select id, 'ignored', 'Giulia <' || :from || '>', 'Ancora io', '[]', now() from came
                """)
                .param("hash", raw.hash().bytes())
                .param("size", raw.size())
                .param("from", from)
                .update();
    }

    private Map<String, byte[]> archive(Caller who) throws Exception {
        var response = web.perform(post("/customers/users/" + id(who) + "/data").with(LoggedIn.as(cast.as(ANNA), db)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(response.getContentType()).isEqualTo("application/zip");
        return unpacked(response.getContentAsByteArray());
    }

    private static Map<String, byte[]> unpacked(byte[] bytes) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                files.put(entry.getName(), zip.readAllBytes());
        }
        return files;
    }

    private static String text(Map<String, byte[]> archive, String name) {
        return new String(archive.get(name), UTF_8);
    }

    private long id(Caller who) {
        return cast.id(who).value();
    }

    private ResultActions see(String address, Operator who) throws Exception {
        return web.perform(get("/customers/users/" + id(GIULIA) + address).with(LoggedIn.as(cast.as(who), db)));
    }
}
