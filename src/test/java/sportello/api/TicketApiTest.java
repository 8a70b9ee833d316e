package sportello.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.NADIA;
import static sportello.cast.Operator.PIERO;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.Edge;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.field.FieldSettings;
import sportello.field.KeepingFields;
import sportello.field.Kind;
import sportello.field.Label;
import sportello.field.Limits;
import sportello.field.Screen;
import sportello.field.Subject;
import sportello.field.TypedOptions;
import sportello.field.Use;
import sportello.identity.ApiTokens;
import sportello.identity.LoggedIn;
import sportello.identity.Viewer;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program reads a ticket with the house's own fields, and fills them in, as the person could for whom it works. */
@SportelloTest
@Transactional
class TicketApiTest {
    private static final Map<Screen, Use> SHOWN = Map.of(Screen.TICKET, Use.SHOWN);

    /** The moment is the second 2:30 of a night on which the clocks go back; 1.234 is a thousand for who reads Italian. */
    private static final String SAID = """
            {"Riga": "una riga", "Testo": "una\\ndue", "Numero": 999999999999999, "Decimale": "1.234",
             "Costo": {"amount": "-1250.50", "currency": "EUR"}, "Giorno": "2027-01-15",
             "Momento": "2026-10-25T01:30:15Z", "Scelta": "Rete", "Scelte": ["Acqua, gas", "Altro"],
             "Albero": "Rete › Linea", "Deciso": false, "Scheda": "https://valle.example/1",
             "Tecnico": "mario.ferri", "Gestore": "GVN"}
            """;

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private KeepingFields keeping;

    private Cast cast;
    private TicketNumber ticket;
    private String laura;

    @BeforeEach
    void a_request_and_no_fields() {
        cast = Cast.onStage(db);
        Cast.withoutFields(db);
        ticket = LibraryStory.askedBy(cast.as(GIULIA), opening);
        laura = token(cast.as(LAURA), true);
    }

    @Test
    void a_ticket_says_what_its_page_says() throws Exception {
        db.sql("update ticket set locked_at = now(), owner_id = :laura where number = :number")
                .param("laura", cast.id(LAURA).value())
                .param("number", ticket.value())
                .update();
        var said =
                json(see(laura).andExpect(status().isOk()).andExpect(content().contentType("application/json")));
        assertThat(said.propertyNames())
                .containsExactly(
                        "number",
                        "title",
                        "version",
                        "state",
                        "priority",
                        "type",
                        "service",
                        "queue",
                        "owner",
                        "responsible",
                        "locked",
                        "customer",
                        "customer_user",
                        "opened_at",
                        "changed_at",
                        "closed_at",
                        "fields");
        assertThat(said.get("number").asString()).isEqualTo(ticket.value());
        assertThat(said.get("title").asString()).isEqualTo(LibraryStory.TITLE);
        assertThat(said.get("version").asInt()).isEqualTo(version());
        assertThat(said.get("state").asString()).isEqualTo("new");
        assertThat(said.get("priority").asInt()).isEqualTo(3);
        assertThat(said.get("queue").asString()).isEqualTo("Energia::Impianti termici");
        assertThat(said.get("owner").get("name").asString()).isEqualTo("Laura Bassi");
        assertThat(said.get("owner").get("id").asLong())
                .isEqualTo(cast.id(LAURA).value());
        assertThat(said.get("responsible").get("name").asString()).isEqualTo("Carla Neri");
        assertThat(said.get("locked").asBoolean()).isTrue();
        assertThat(said.get("customer").get("code").asString()).isEqualTo("ROCCALBA");
        assertThat(said.get("customer_user").get("name").asString()).isEqualTo("Giulia Moretti");
        assertThat(said.get("opened_at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
        assertThat(said.get("closed_at").isNull()).isTrue();
        assertThat(said.get("fields").isEmpty()).isTrue();
    }

    @Test
    void every_kind_is_read_as_it_is_written_and_back_changes_nothing() throws Exception {
        fields();
        var filled = fill(laura, SAID).andExpect(status().isOk());
        assertThat(json(filled).get("fields")).isEqualTo(JsonMapper.shared().readTree(SAID));
        assertThat(json(see(laura))).isEqualTo(json(filled));
        assertThat(db.sql("select moment = '2026-10-25T02:30:15+01:00' from ticket_field where moment is not null")
                        .query(Boolean.class)
                        .single())
                .isTrue();

        var lines = lines();
        var version = version();
        db.sql("update field_option set valid = false").update();
        db.sql("update agent set valid = false where login = 'mario.ferri'").update();
        db.sql("update field set longest = 2 where name = 'Riga'").update();
        fill(laura, SAID)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(version));
        assertThat(lines()).isEqualTo(lines);

        fill(laura, "{\"Riga\": null, \"Scelte\": [], \"Testo\": \" \"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(version + 1))
                .andExpect(jsonPath("$.fields.Riga").doesNotExist())
                .andExpect(jsonPath("$.fields.Scelte").doesNotExist())
                .andExpect(jsonPath("$.fields.Testo").doesNotExist())
                .andExpect(jsonPath("$.fields.Decimale").value("1.234"));
        assertThat(lines()).isEqualTo(lines + 3);
    }

    @Test
    void numbers_may_be_written_as_numbers() throws Exception {
        fields();
        fill(laura, """
                {"Numero": 12.0, "Decimale": 1250.5, "Costo": {"currency": "EUR", "amount": 7}}
                """)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.fields.Numero").value(12))
                .andExpect(jsonPath("$.fields.Decimale").value("1250.50"))
                .andExpect(jsonPath("$.fields.Costo.amount").value("7.00"));
    }

    @Test
    void what_is_wrong_is_said_beside_each_field_and_nothing_is_half_done() throws Exception {
        fields();
        var lines = lines();
        for (var wrong : List.of(
                new Wrong("Riga", "12", "\"…\""),
                new Wrong("Riga", "[\"una\"]", "\"…\""),
                new Wrong("Riga", "{}", "\"…\""),
                new Wrong("Riga", "\"a\\u0000b\"", "\"…\""),
                new Wrong("Riga", "\"%s\"".formatted("x".repeat(501)), "Al massimo 500 caratteri"),
                new Wrong("Riga", "[".repeat(400) + "]".repeat(400), "\"…\""),
                new Wrong("Testo", "true", "\"…\""),
                new Wrong("Numero", "\"dodici\"", "1250"),
                new Wrong("Numero", "12.5", "Scriva un numero intero"),
                new Wrong("Numero", "1e15", "Scriva un numero intero"),
                new Wrong("Numero", "1e400", "Scriva un numero intero"),
                new Wrong("Numero", "1e-999999999", "Scriva un numero intero"),
                new Wrong("Numero", "1e2147483647", "Scriva un numero intero"),
                new Wrong("Numero", "100e2147483647", "Scriva un numero intero"),
                new Wrong("Numero", "9".repeat(900), "Scriva un numero intero"),
                new Wrong("Decimale", "1e999999999", "Scriva un numero"),
                new Wrong("Decimale", "\"1.250,50\"", "\"1250.50\""),
                new Wrong("Decimale", "0.0000001", "Scriva un numero"),
                new Wrong("Decimale", "true", "\"1250.50\""),
                new Wrong("Costo", "12", "\"currency\""),
                new Wrong("Costo", "{\"amount\": \"12\"}", "\"currency\""),
                new Wrong("Costo", "{\"amount\": \"12\", \"currency\": \"EUR\", \"tax\": 1}", "\"currency\""),
                new Wrong("Costo", "{\"amount\": \"12\", \"currency\": \"USD\"}", "Scriva un importo in EUR"),
                new Wrong("Costo", "{\"amount\": \"12.345\", \"currency\": \"EUR\"}", "Scriva un importo in EUR"),
                new Wrong("Giorno", "\"15/01/2027\"", "\"2027-01-15\""),
                new Wrong("Giorno", "\"2027-02-30\"", "Scriva una data"),
                new Wrong("Giorno", "\"0999-01-01\"", "Scriva una data"),
                new Wrong("Momento", "\"2027-01-15T08:30:00\"", "\"2027-01-15T08:30:00Z\""),
                new Wrong("Momento", "\"+999999999-01-15T08:30:00Z\"", "Scriva una data con l’ora"),
                new Wrong("Momento", "1768465800", "\"2027-01-15T08:30:00Z\""),
                new Wrong("Scelta", "\"Fogna\"", "Scelga fra quelle offerte"),
                new Wrong("Scelta", "[\"Rete\"]", "\"…\""),
                new Wrong("Scelta", "\"\"", "Scelga fra quelle offerte"),
                new Wrong("Scelte", "\"Altro\"", "[\"…\"]"),
                new Wrong("Scelte", "[\"Altro\", 1]", "[\"…\"]"),
                new Wrong("Scelte", "[\"Altro\", \"Fogna\"]", "Scelga fra quelle offerte"),
                new Wrong("Albero", "\"Rete\"", "Scelga una voce che non ne ha altre sotto"),
                new Wrong("Deciso", "\"false\"", "true"),
                new Wrong("Deciso", "0", "true"),
                new Wrong("Scheda", "\"javascript:alert(1)\"", "Scriva un indirizzo completo"),
                new Wrong("Tecnico", "1", "\"…\""),
                new Wrong("Tecnico", "\"nessuno\"", "Nessun operatore attivo"),
                new Wrong("Gestore", "\"niente\"", "Nessun cliente attivo"),
                new Wrong("numero", "1", "Nessun campo si chiama così"),
                new Wrong("Mai", "null", "Nessun campo si chiama così")))
            fill(laura, "{\"Indirizzato\": \"x\", \"%s\": %s}".formatted(wrong.field(), wrong.json()))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().contentType("application/problem+json"))
                    .andExpect(jsonPath("$.status").value(422))
                    .andExpect(jsonPath("$.detail").value(containsString(wrong.field())))
                    .andExpect(jsonPath("$.errors.length()").value(1))
                    .andExpect(jsonPath("$.errors[0].pointer").value("#/fields/" + wrong.field()))
                    .andExpect(jsonPath("$.errors[0].detail").value(containsString(wrong.says())));
        assertThat(lines()).isEqualTo(lines);
        assertThat(db.sql("select count(*) from ticket_field").query(Long.class).single())
                .isZero();
    }

    private record Wrong(String field, String json, String says) {}

    @Test
    void every_wrong_field_is_said_in_the_language_of_the_person() throws Exception {
        fields();
        db.sql("update agent set language = 'en' where login = 'laura.bassi'").update();
        fill(laura, "{\"Numero\": \"x\", \"Riga\": \"una\", \"a/b~c d\": 1}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value(containsString("Numero, a/b~c d")))
                .andExpect(jsonPath("$.errors[0].detail").value(containsString("A value of this shape")))
                .andExpect(jsonPath("$.errors[1].pointer").value("#/fields/a~1b~0c%20d"));
    }

    @Test
    void what_is_no_json_of_ours_is_refused_whole() throws Exception {
        fields();
        var many = IntStream.rangeClosed(0, Edge.of("api/FieldsBody.MOST").limit())
                .mapToObj("\"F%d\": 1"::formatted)
                .collect(Collectors.joining(", ", "{", "}"));
        var version = version();
        for (var odd : List.of(
                "",
                "null",
                "[]",
                "\"x\"",
                "{",
                "version=1",
                "{\"version\": %d}",
                "{\"fields\": {}}",
                "{\"version\": %d, \"fields\": null}",
                "{\"version\": %d, \"fields\": []}",
                "{\"version\": \"%d\", \"fields\": {}}",
                "{\"version\": %d.5, \"fields\": {}}",
                "{\"version\": null, \"fields\": {}}",
                "{\"version\": true, \"fields\": {}}",
                "{\"version\": 99999999999, \"fields\": {}}",
                "{\"version\": %d, \"fields\": {\"Numero\": NaN}}",
                "{\"version\": %d, \"fields\": {\"Numero\": Infinity}}",
                "{\"version\": %d, \"fields\": {\"Numero\": 0x1F}}",
                "{\"version\": %d, \"fields\": {\"Numero\": 1e99999999999}}",
                "{\"version\": %d, \"fields\": {\"Numero\": " + "9".repeat(1_001) + "}}",
                "{\"version\": %d, \"fields\": {\"Riga\": \"a\", \"Riga\": \"b\"}}",
                "{\"version\": %d, \"version\": %<d, \"fields\": {\"Riga\": \"a\"}}",
                "{\"version\": %d, \"fields\": {\"Costo\": {\"amount\": 1, \"amount\": 2, \"currency\": \"EUR\"}}}",
                "{\"version\": %d, \"fields\": {}, \"state\": \"closed_successful\"}",
                "{\"version\": %d, \"fields\": {}} {}",
                "{\"version\": %d, \"fields\": {\"Riga\": " + "[".repeat(600) + "]".repeat(600) + "}}",
                "{\"version\": %d, \"fields\": {\"Riga\": 'a'}}",
                "{\"version\": %d, \"fields\": {\"Riga\": \"a\tb\"}}",
                "{\"version\": %d, \"fields\": " + many + "}"))
            send(laura, odd.formatted(version).getBytes(UTF_8))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().contentType("application/problem+json"))
                    .andExpect(jsonPath("$.status").value(400));
        send(laura, new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}'}).andExpect(status().isBadRequest());
        web.perform(patch(address())
                        .header("Authorization", "Bearer " + laura)
                        .contentType(MediaType.TEXT_PLAIN)
                        .content(body(version, "{}")))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(content().contentType("application/problem+json"));
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void so_large_a_body_is_read_and_no_larger_one() throws Exception {
        fields();
        var most = Edge.of("api/FieldsBody.LARGEST").limit();
        var body = body(version(), "{\"Riga\": \"a\"}");
        send(laura, (body + " ".repeat(most + 1 - body.length())).getBytes(UTF_8))
                .andExpect(status().isContentTooLarge())
                .andExpect(content().contentType("application/problem+json"));
        send(laura, new byte[10_000_000]).andExpect(status().isContentTooLarge());
        send(laura, (body + " ".repeat(most - body.length())).getBytes(UTF_8)).andExpect(status().isOk());
    }

    @Test
    void whom_the_ticket_does_not_exist_for_it_does_not_exist() throws Exception {
        fields();
        var piero = token(cast.as(PIERO), true);
        var foreign = see(piero).andExpect(status().isNotFound());
        var missing = web.perform(get("/api/tickets/2020010110000015").header("Authorization", "Bearer " + piero))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType("application/problem+json"));
        assertThat(json(foreign)).isEqualTo(json(missing));
        fill(piero, "{\"Riga\": \"a\"}").andExpect(status().isNotFound());
        web.perform(get(URI.create("/api/tickets/a%20b")).header("Authorization", "Bearer " + laura))
                .andExpect(status().isNotFound());
        var giulia = token(cast.as(GIULIA), true);
        see(giulia).andExpect(status().isNotFound());
        fill(giulia, "{\"Riga\": \"a\"}").andExpect(status().isNotFound());
        assertThat(version()).isZero();
    }

    @Test
    void who_may_not_write_changes_nothing() throws Exception {
        fields();
        var nadia = token(cast.as(NADIA), true);
        see(nadia).andExpect(status().isOk());
        fill(nadia, "{\"Riga\": \"a\"}")
                .andExpect(status().isForbidden())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.detail").value(containsString("rw")));
        var reading = token(cast.as(LAURA), false);
        see(reading).andExpect(status().isOk());
        fill(reading, "{\"Riga\": \"a\"}").andExpect(status().isUnauthorized());
        db.sql("delete from api_token").update();
        fill(laura, "{\"Riga\": \"a\"}").andExpect(status().isUnauthorized());
        see(laura).andExpect(status().isUnauthorized());
        web.perform(get(address().replace("/fields", ""))).andExpect(status().isUnauthorized());
        web.perform(patch(address()).contentType("application/json").content("{}"))
                .andExpect(status().isUnauthorized());
        assertThat(version()).isZero();
    }

    @Test
    void what_stands_in_the_way_of_the_page_stands_in_the_way_of_a_program() throws Exception {
        fields();
        send(laura, body(version() + 1, "{\"Riga\": \"a\"}").getBytes(UTF_8))
                .andExpect(status().isConflict())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.detail")
                        .value("Nel frattempo il ticket è cambiato, e nulla è stato scritto: lo legga di nuovo."))
                .andExpect(header().string("Content-Language", "it"));
        db.sql("insert into ticket_limit (name, position, works) values ('Fermo', 10, '{CLASSIFY}')")
                .update();
        fill(laura, "{\"Riga\": \"a\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("Fermo")));
        db.sql("delete from ticket_limit where name = 'Fermo'").update();
        db.sql("update ticket set locked_at = now(), owner_id = :carla where number = :number")
                .param("carla", cast.id(CARLA).value())
                .param("number", ticket.value())
                .update();
        see(laura).andExpect(jsonPath("$.locked").value(true));
        fill(token(cast.as(NADIA), true), "{\"Riga\": \"a\"}").andExpect(status().isForbidden());
        fill(laura, "{\"Riga\": \"a\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("Carla Neri")));
        db.sql("update ticket set state_id = 7, state_type = 'closed', closed_at = now() where number = :number")
                .param("number", ticket.value())
                .update();
        fill(laura, "{\"Riga\": \"a\"}").andExpect(status().isConflict());
        see(laura).andExpect(jsonPath("$.state").value("closed_successful"));
        assertThat(version()).isZero();
    }

    @Test
    void only_what_the_page_asks_for_is_filled_in_and_what_it_demands_stays_filled() throws Exception {
        field("Interno", Kind.LINE, Limits.NONE, "", Map.of(Screen.CLOSING, Use.SHOWN));
        field("Vecchio", Kind.LINE, Limits.NONE, "", SHOWN);
        field("Pod", Kind.LINE, Limits.NONE, "", Map.of(Screen.TICKET, Use.MANDATORY));
        field("Altro", Kind.LINE, Limits.NONE, "", SHOWN);
        fill(laura, "{\"Vecchio\": \"era\", \"Altro\": \"solo questo\"}").andExpect(status().isOk());
        db.sql("update field set valid = false where name = 'Vecchio'").update();
        for (var hidden : List.of("Interno", "Vecchio"))
            fill(laura, "{\"%s\": \"x\"}".formatted(hidden))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[0].detail").value(containsString("Nessun campo si chiama così")));
        see(laura)
                .andExpect(jsonPath("$.fields.Interno").doesNotExist())
                .andExpect(jsonPath("$.fields.Vecchio").value("era"));
        web.perform(get("/tickets/" + ticket).with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(content().string(containsString("<dd class=\"value\">era</dd>")));

        fill(laura, "{\"Pod\": null}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].detail").value("Questo campo è obbligatorio."));
        fill(laura, "{\"Pod\": \"IT001\"}").andExpect(status().isOk());
        fill(laura, "{\"Pod\": \"\", \"Altro\": \"mai\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].pointer").value("#/fields/Pod"));
        see(laura)
                .andExpect(jsonPath("$.fields.Pod").value("IT001"))
                .andExpect(jsonPath("$.fields.Altro").value("solo questo"));
    }

    private void fields() {
        db.sql("insert into customer (code, name) values ('GVN', 'Gas Valle Nuova')")
                .update();
        field("Riga", Kind.LINE, Limits.NONE, "", SHOWN);
        field("Testo", Kind.TEXT, Limits.NONE, "", SHOWN);
        field("Numero", Kind.NUMBER, new Limits(null, null, new BigDecimal("1E15"), ""), "", SHOWN);
        field("Decimale", Kind.DECIMAL, Limits.NONE, "", SHOWN);
        field("Costo", Kind.MONEY, Limits.NONE.in("EUR"), "", SHOWN);
        field("Giorno", Kind.DATE, Limits.NONE, "", SHOWN);
        field("Momento", Kind.MOMENT, Limits.NONE, "", SHOWN);
        field("Scelta", Kind.CHOICE, Limits.NONE, "Rete\nAltro", SHOWN);
        field("Scelte", Kind.CHOICES, Limits.NONE, "Acqua, gas\nRete\nAltro", SHOWN);
        field("Albero", Kind.TREE, Limits.ofTree(true), "Rete > Linea\nSede", SHOWN);
        field("Deciso", Kind.YES_NO, Limits.NONE, "", SHOWN);
        field("Scheda", Kind.LINK, Limits.NONE, "", SHOWN);
        field("Tecnico", Kind.AGENT, Limits.NONE, "", SHOWN);
        field("Gestore", Kind.CUSTOMER, Limits.NONE, "", SHOWN);
        field("Indirizzato", Kind.LINE, Limits.NONE, "", SHOWN);
    }

    private void field(String key, Kind kind, Limits limits, String options, Map<Screen, Use> uses) {
        var settings = new FieldSettings(
                Subject.TICKET,
                key,
                kind,
                new Label(key + " it", key + " en"),
                new Label("", ""),
                limits,
                TypedOptions.of(options),
                uses,
                true);
        assertThat(keeping.add(settings, cast.as(ANNA).authority())).isInstanceOf(Outcome.Done.class);
    }

    /** Who makes one has been in. */
    private String token(Viewer viewer, boolean writes) {
        LoggedIn.cookie(viewer, db);
        if (tokens.make(viewer, "Programma", writes, 1) instanceof Outcome.Done(var token)) return token;
        throw new AssertionError("No token");
    }

    private String address() {
        return "/api/tickets/" + ticket + "/fields";
    }

    private ResultActions see(String token) throws Exception {
        return web.perform(get("/api/tickets/" + ticket).header("Authorization", "Bearer " + token));
    }

    private ResultActions fill(String token, String fields) throws Exception {
        return send(token, body(version(), fields).getBytes(UTF_8));
    }

    private ResultActions send(String token, byte[] body) throws Exception {
        return web.perform(patch(address())
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static String body(int version, String fields) {
        return "{\"version\": %d, \"fields\": %s}".formatted(version, fields);
    }

    private static JsonNode json(ResultActions answer) throws Exception {
        return JsonMapper.shared().readTree(answer.andReturn().getResponse().getContentAsByteArray());
    }

    private int version() {
        return db.sql("select version from ticket where number = :number")
                .param("number", ticket.value())
                .query(Integer.class)
                .single();
    }

    private long lines() {
        return db.sql("select count(*) from ticket_history").query(Long.class).single();
    }
}
