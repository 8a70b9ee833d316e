package sportello.web.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.NADIA;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.field.FieldId;
import sportello.field.FieldSettings;
import sportello.field.Fields;
import sportello.field.KeepingFields;
import sportello.field.Kind;
import sportello.field.Label;
import sportello.field.Limits;
import sportello.field.Reader;
import sportello.field.Screen;
import sportello.field.Subject;
import sportello.field.TypedOptions;
import sportello.field.Use;
import sportello.field.ValueText;
import sportello.field.WantedField;
import sportello.identity.LoggedIn;
import sportello.queue.QueueId;
import sportello.reply.KeepingTemplates;
import sportello.reply.TemplateDetails;
import sportello.reply.TemplateKind;
import sportello.ticket.Closing;
import sportello.ticket.Message;
import sportello.ticket.State;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;

/** The house's own fields: asked where administrators want them, kept with the ticket, told by its history. */
class FieldsTest extends UnclassifiedHouse {
    private static final Limits POD = new Limits(null, null, null, "IT[0-9]{3}E[0-9]{8}");

    @Autowired
    private KeepingFields keeping;

    @Autowired
    private Fields fields;

    @Autowired
    private Closing closing;

    @Autowired
    private KeepingTemplates templates;

    private TicketNumber ticket;

    @BeforeEach
    void a_request_and_no_fields() {
        Cast.withoutFields(db);
        ticket = library(GIULIA);
    }

    @Test
    void as_long_as_there_is_none_nothing_of_it_is_seen() throws Exception {
        field("Pod", Kind.LINE, POD, "", Map.of(Screen.TICKET, Use.SHOWN, Screen.OPENING, Use.SHOWN));
        db.sql("update field set valid = false").update();
        for (var page :
                List.of("/tickets/new?channel=phone", "/tickets/" + ticket, "/tickets/" + ticket + "/closure/new"))
            see(LAURA, page)
                    .andExpect(content()
                            .string(allOf(
                                    not(containsString("POD")),
                                    not(containsString("fields[")),
                                    not(containsString("/fields/edit")))));
        seeInPortal("/portal/requests/new").andExpect(content().string(not(containsString("fields["))));
    }

    @Test
    void the_tickets_page_shows_what_was_filled_in_and_the_history_tells_it() throws Exception {
        var shown = Map.of(Screen.TICKET, Use.SHOWN);
        field("Pod", Kind.LINE, POD, "", shown);
        field("Importo", Kind.DECIMAL, Limits.NONE, "", shown);
        var outcome = field("Esito", Kind.CHOICES, Limits.NONE, "Rete::Perdite\nRete\nAltro", shown);
        field("Scheda", Kind.LINK, Limits.NONE, "", shown);
        see(LAURA, "/tickets/" + ticket).andExpect(content().string(containsString("/fields/edit")));
        fill(
                        LAURA,
                        with("fields[Pod]", "IT001E12345678")
                                .param("fields[Importo]", "1.250,5")
                                .param("fields[Esito]", "", option(outcome, "Rete"), option(outcome, "Altro"))
                                .param("fields[Scheda]", "https://valle.example/1"))
                .andExpect(status().isSeeOther());

        see(LAURA, "/tickets/" + ticket)
                .andExpect(content()
                        .string(allOf(
                                containsString("<dt>POD</dt>"),
                                containsString(">1.250,50<"),
                                containsString(">Rete, Altro<"),
                                containsString(
                                        "<a href=\"https://valle.example/1\" target=\"_blank\" rel=\"noopener"))));
        fill(LAURA, with("fields[Pod]", "").param("fields[Importo]", "1250,50").param("fields[Esito]", ""))
                .andExpect(status().isSeeOther());
        see(LAURA, "/tickets/" + ticket + "/history")
                .andExpect(content()
                        .string(allOf(
                                containsString("POD: impostato su IT001E12345678"),
                                containsString("POD: tolto IT001E12345678"),
                                containsString("Esito: tolto Rete, Altro"),
                                not(containsString("Importo: da 1.250,50")))));
        see(LAURA, "/tickets/" + ticket)
                .andExpect(content().string(allOf(not(containsString("<dt>POD</dt>")), containsString(">1.250,50<"))));
    }

    @Test
    void each_kind_keeps_what_was_typed() throws Exception {
        var typed = Map.of(
                Kind.LINE, "una riga",
                Kind.TEXT, "una\ndue",
                Kind.NUMBER, "2027",
                Kind.DECIMAL, "12,5",
                Kind.DATE, "2027-01-15",
                Kind.MOMENT, "2027-01-15T08:30",
                Kind.YES_NO, "no",
                Kind.LINK, "https://valle.example/1");
        var form = post("/tickets/" + ticket + "/fields").param("version", "" + version());
        typed.forEach((kind, words) -> {
            field(kind.name(), kind, Limits.NONE, "", Map.of(Screen.TICKET, Use.SHOWN));
            form.param("fields[" + kind.name() + "]", words);
        });
        fill(LAURA, form).andExpect(status().isSeeOther());
        see(LAURA, "/tickets/" + ticket)
                .andExpect(content()
                        .string(allOf(
                                containsString(">una\ndue<"),
                                containsString(">2027<"),
                                containsString(">12,50<"),
                                containsString(">15/01/2027<"),
                                containsString(">15/01/2027 08:30<"),
                                containsString(">no<"))));
        see(LAURA, "/tickets/" + ticket + "/fields/edit")
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"2027-01-15T08:30\""),
                                containsString("value=\"2027-01-15\""),
                                containsString("value=\"no\" selected"))));
    }

    @Test
    void money_is_written_and_read_in_the_currency_of_its_field() throws Exception {
        field("Costo", Kind.MONEY, Limits.NONE.in("EUR"), "", Map.of(Screen.TICKET, Use.SHOWN));
        fill(LAURA, with("fields[Costo]", "12,345"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scriva un importo in EUR, per esempio 1250,50,")));
        fill(LAURA, with("fields[Costo]", "1.234,5 €")).andExpect(status().isSeeOther());
        see(LAURA, "/tickets/" + ticket).andExpect(content().string(containsString(">1.234,50\u00a0€<")));
        see(LAURA, "/tickets/" + ticket + "/fields/edit")
                .andExpect(content().string(containsString("value=\"1234,50\"")));
        see(LAURA, "/tickets/" + ticket + "/history")
                .andExpect(content().string(containsString("Costo: impostato su 1.234,50\u00a0€")));
        finds("Costo", "€ 1234,50");
        assertThat(paper("")).contains("1.234,50");
    }

    @Test
    void a_tree_is_chosen_from_and_found_by_what_is_above() throws Exception {
        var shown = Map.of(Screen.TICKET, Use.SHOWN);
        var place = field("Luogo", Kind.TREE, Limits.ofTree(true), "Rete > Linea > Cabina\nSede", shown);
        see(LAURA, "/tickets/" + ticket + "/fields/edit")
                .andExpect(content()
                        .string(allOf(
                                containsString("\" disabled>\u00a0\u00a0\u00a0Linea</option>"),
                                containsString("\">\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0Cabina</option>"))));
        fill(LAURA, with("fields[Luogo]", option(place, "Rete › Linea")))
                .andExpect(content().string(containsString("Scelga una voce che non ne ha altre sotto.")));
        fill(LAURA, with("fields[Luogo]", option(place, "Rete › Linea › Cabina")))
                .andExpect(status().isSeeOther());
        see(LAURA, "/tickets/" + ticket).andExpect(content().string(containsString(">Rete › Linea › Cabina<")));
        finds("Luogo", option(place, "Rete"));
        search("Luogo", option(place, "Sede")).andExpect(content().string(not(containsString(">" + ticket.value()))));
    }

    @Test
    void an_agent_and_a_customer_are_named_by_key_or_name_and_stay_when_they_go() throws Exception {
        var shown = Map.of(Screen.TICKET, Use.SHOWN, Screen.PORTAL_TICKET, Use.SHOWN);
        field("Tecnico", Kind.AGENT, Limits.NONE, "", shown);
        field("Gestore", Kind.CUSTOMER, Limits.NONE, "", shown);
        db.sql("insert into customer (code, name) values ('GVN', 'Gas Valle Nuova (BS)')")
                .update();
        fill(LAURA, with("fields[Tecnico]", "nessuno").param("fields[Gestore]", "niente srl"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Nessun operatore attivo si chiama così"),
                                containsString("Nessun cliente attivo si chiama così"),
                                containsString("value=\"niente srl\""))));
        fill(LAURA, with("fields[Tecnico]", "MARIO.ferri").param("fields[Gestore]", "gas valle nuova (bs)"))
                .andExpect(status().isSeeOther());
        db.sql("update agent set valid = false where login = 'mario.ferri'").update();
        var form = see(LAURA, "/tickets/" + ticket + "/fields/edit");
        form.andExpect(content()
                .string(allOf(
                        containsString("value=\"Mario Ferri (mario.ferri)\""),
                        containsString("value=\"Gas Valle Nuova (BS) (GVN)\""),
                        containsString("data-recipients-url-value=\"/names/customers\""))));
        fill(LAURA, with("fields[Tecnico]", "Mario Ferri (mario.ferri)").param("fields[Gestore]", ""))
                .andExpect(status().isSeeOther());
        fill(LAURA, with("fields[Gestore]", "gvn")).andExpect(status().isSeeOther());
        see(LAURA, "/tickets/" + ticket)
                .andExpect(content()
                        .string(allOf(containsString(">Mario Ferri<"), containsString(">Gas Valle Nuova (BS)<"))));
        see(LAURA, "/tickets/" + ticket + "/history")
                .andExpect(content().string(containsString("Gestore: tolto Gas Valle Nuova (BS)")));
        finds("Tecnico", "ferri");
        finds("Gestore", "Gas Valle Nuova (BS) (GVN)");
        search("Gestore", "Mari").andExpect(content().string(not(containsString(">" + ticket.value()))));
        seeInPortal("/portal/requests/" + ticket).andExpect(content().string(containsString("Mario Ferri")));
    }

    @Test
    void files_and_heads_of_mails_say_them_by_name_and_key() {
        var shown = Map.of(Screen.TICKET, Use.SHOWN);
        field("Costo", Kind.MONEY, Limits.NONE.in("CHF"), "", shown);
        field("Luogo", Kind.TREE, Limits.NONE, "Rete > Linea > Cabina", shown);
        field("Tecnico", Kind.AGENT, Limits.NONE, "", shown);
        var said = Map.of("Costo", "CHF 1.234,5", "Luogo", "rete::linea", "Tecnico", "mario.ferri");
        var reader = new Reader(Language.ITALIAN, ZoneId.of("Europe/Rome"));
        for (var field : fields.all()) {
            var read = fields.named(field, said.get(field.key()), reader, List.of());
            assertThat(read).as(field.key()).isInstanceOf(Outcome.Done.class);
            if (read instanceof Outcome.Done<Optional<WantedField>>(var wanted))
                assertThat(ValueText.shown(
                                Objects.requireNonNull(wanted.orElseThrow().to()), reader, "", ""))
                        .isIn("1.234,50\u00a0CHF", "Rete › Linea", "Mario Ferri");
            assertThat(fields.named(field, "nessuno", reader, List.of())).isInstanceOf(Outcome.Refused.class);
        }
    }

    @Test
    void whom_somebody_may_not_know_nobody_can_name() throws Exception {
        var shown = Map.of(Screen.TICKET, Use.SHOWN);
        field("Gestore", Kind.CUSTOMER, Limits.NONE, "", shown);
        db.sql("update agent set supplier = true where login = 'laura.bassi'").update();
        db.sql("insert into customer (code, name) values ('GVN', 'Gas Valle Nuova')")
                .update();
        fill(LAURA, with("fields[Gestore]", "GVN"))
                .andExpect(content().string(containsString("Nessun cliente attivo si chiama così")));
        see(LAURA, "/names/customers?q=gvn").andExpect(content().string(not(containsString("GVN</span>"))));
        db.sql("update agent set supplier = false where login = 'laura.bassi'").update();
        see(LAURA, "/names/customers?q=gvn").andExpect(content().string(containsString(">" + "GVN</span>")));
        fill(LAURA, with("fields[Gestore]", "GVN")).andExpect(status().isSeeOther());
    }

    @Test
    void lists_and_what_a_search_found_show_what_the_house_wants_there() throws Exception {
        field("Impianto", Kind.LINE, Limits.NONE, "", Map.of(Screen.TICKET, Use.SHOWN, Screen.LIST, Use.SHOWN));
        field("Segreto", Kind.LINE, Limits.NONE, "", Map.of(Screen.TICKET, Use.SHOWN));
        for (var more : List.of("Due", "Tre", "Quattro", "Cinque"))
            field(more, Kind.LINE, Limits.NONE, "", Map.of(Screen.LIST, Use.SHOWN));
        fill(LAURA, with("fields[Impianto]", "IMP-<7>").param("fields[Segreto]", "tace"))
                .andExpect(status().isSeeOther());
        for (var list : List.of("/agent/tickets", "/search?number=" + ticket + "&state=active"))
            see(LAURA, list)
                    .andExpect(content()
                            .string(allOf(
                                    containsString(">Impianto</th>"),
                                    containsString(">IMP-&lt;7&gt;</td>"),
                                    containsString(">Quattro</th>"),
                                    not(containsString(">Cinque</th>")),
                                    not(containsString("tace")))));
        var csv = see(LAURA, "/agent/tickets/export?format=csv").andReturn().getResponse();
        var file = csv.getContentAsString(UTF_8);
        assertThat(file).contains("Impianto", "IMP-<7>");
    }

    @Test
    void many_tickets_are_asked_for_them_once() throws Exception {
        see(LAURA, "/agent/tickets").andExpect(content().string(not(containsString("value=\"fields\""))));
        field("Pod", Kind.LINE, POD, "", Map.of(Screen.TICKET, Use.MANDATORY));
        see(LAURA, "/agent/tickets").andExpect(content().string(containsString("value=\"fields\"")));
        see(LAURA, "/agent/bulks/new?action=fields&ticket=" + ticket)
                .andExpect(content()
                        .string(allOf(
                                containsString("name=\"fields[Pod]\""),
                                not(containsString("obbligatorio")),
                                containsString("Ciò che lascia vuoto resta com’è."))));
        var form = post("/agent/bulks").param("action", "fields").param("ticket", ticket.value());
        fill(LAURA, form).andExpect(content().string(containsString("Non ha compilato nessun campo")));
        fill(LAURA, form.param("fields[Pod]", "non so"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Un campo non è in ordine: POD."),
                                containsString("id=\"field-Pod-problem\">Non ha la forma richiesta."),
                                containsString("value=\"non so\""))));
        fill(
                        LAURA,
                        post("/agent/bulks")
                                .param("action", "fields")
                                .param("ticket", ticket.value())
                                .param("fields[Pod]", "IT001E12345678"))
                .andExpect(status().isSeeOther());
    }

    @Test
    void what_is_wrong_is_said_at_the_field_and_what_was_typed_is_kept() throws Exception {
        field("Pod", Kind.LINE, POD, "", Map.of(Screen.TICKET, Use.MANDATORY));
        field("Letture", Kind.NUMBER, new Limits(null, BigDecimal.ONE, null, ""), "", Map.of(Screen.TICKET, Use.SHOWN));
        fill(LAURA, with("fields[Pod]", "non so\"<").param("fields[Letture]", "tre"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Alcuni campi non sono in ordine: POD, Letture."),
                                containsString("value=\"non so&#34;&lt;\""),
                                containsString("id=\"field-Pod-problem\">Non ha la forma richiesta."),
                                containsString("id=\"field-Letture-problem\">Scriva un numero intero"))));
        fill(LAURA, with("fields[Pod]", " "))
                .andExpect(content().string(containsString("Questo campo è obbligatorio.")));
        assertThat(values()).isZero();
    }

    @Test
    void what_was_filled_in_may_stay_though_it_would_be_refused_today() throws Exception {
        var outcome = field("Esito", Kind.CHOICE, Limits.NONE, "Rete\nAltro", Map.of(Screen.TICKET, Use.SHOWN));
        field("Nota", Kind.LINE, Limits.NONE, "", Map.of(Screen.TICKET, Use.SHOWN));
        var net = option(outcome, "Rete");
        fill(LAURA, with("fields[Esito]", net).param("fields[Nota]", "lunga nota"))
                .andExpect(status().isSeeOther());
        db.sql("update field_option set valid = false where name = 'Rete'").update();
        db.sql("update field set longest = 3 where name = 'Nota'").update();
        see(LAURA, "/tickets/" + ticket + "/fields/edit")
                .andExpect(content().string(containsString("value=\"" + net + "\" selected")));
        fill(LAURA, with("fields[Esito]", net).param("fields[Nota]", "lunga nota"))
                .andExpect(status().isSeeOther());
        fill(LAURA, with("fields[Esito]", net).param("fields[Nota]", "altra"))
                .andExpect(status().isUnprocessableContent());
        var other = library(GIULIA);
        fill(LAURA, post("/tickets/" + other + "/fields").param("version", "0").param("fields[Esito]", net))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void who_may_only_read_along_or_looked_before_it_changed_fills_in_nothing() throws Exception {
        field("Pod", Kind.LINE, Limits.NONE, "", Map.of(Screen.TICKET, Use.SHOWN));
        fill(NADIA, with("fields[Pod]", "1")).andExpect(status().isConflict());
        var late = post("/tickets/" + ticket + "/fields").param("version", "7").param("fields[Pod]", "1");
        web.perform(late.with(LoggedIn.as(cast.as(LAURA), db))).andExpect(status().isConflict());
        assertThat(values()).isZero();
    }

    @Test
    void a_screen_takes_only_what_it_shows() throws Exception {
        field("Interno", Kind.LINE, Limits.NONE, "", Map.of(Screen.CLOSING, Use.SHOWN));
        fill(LAURA, with("fields[Interno]", "1").param("fields[Mai]", "2")).andExpect(status().isSeeOther());
        request(Map.of("fields[Interno]", "1")).andExpect(status().isSeeOther());
        assertThat(values()).isZero();
    }

    @Test
    void whoever_opens_a_ticket_fills_in_what_is_demanded() throws Exception {
        field("Pod", Kind.LINE, POD, "", Map.of(Screen.OPENING, Use.MANDATORY));
        var before = tickets();
        open("fields[Pod]", "troppo corto")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Un campo non è in ordine: POD."),
                                containsString("value=\"troppo corto\""),
                                containsString("id=\"field-Pod-problem\""))));
        open("x", "").andExpect(status().isUnprocessableContent());
        assertThat(tickets()).isEqualTo(before);
        see(LAURA, "/tickets/new?channel=phone").andExpect(content().string(containsString("name=\"fields[Pod]\"")));
        var address = Objects.requireNonNull(open("fields[Pod]", "IT001E12345678")
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        see(LAURA, address).andExpect(content().string(containsString(">IT001E12345678<")));
        see(LAURA, address + "/history")
                .andExpect(content().string(containsString("POD: impostato su IT001E12345678")));
    }

    @Test
    void a_draft_of_a_new_ticket_keeps_its_fields() throws Exception {
        field("Pod", Kind.LINE, POD, "", Map.of(Screen.OPENING, Use.SHOWN));
        open("fields[Pod]", "troppo corto").andExpect(status().isUnprocessableContent());
        see(LAURA, "/tickets/new?channel=phone").andExpect(content().string(containsString("value=\"troppo corto\"")));
    }

    @Test
    void closing_asks_for_what_it_demands_and_nobody_passes_it_by() throws Exception {
        field("Commessa", Kind.LINE, Limits.NONE, "", Map.of(Screen.CLOSING, Use.MANDATORY));
        close("")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Questo campo è obbligatorio.")));
        var laura = cast.as(LAURA);
        assertThat(closing.close(
                        ticket,
                        version(),
                        State.CLOSED_SUCCESSFUL,
                        new Title("Fatto"),
                        new Message("Sì."),
                        false,
                        laura))
                .isEqualTo(Outcome.refused("fields.owed", "Commessa", 1));
        web.perform(post("/tickets/" + ticket + "/answers")
                        .param("version", "" + version())
                        .param("article", "1")
                        .param("subject", "Re")
                        .param("text", "Fatto.")
                        .param("to", "giulia@roccalba.example")
                        .param("then", "closed_successful")
                        .with(LoggedIn.as(laura, db)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("va prima compilato un campo: Commessa.")));

        close("C-17").andExpect(status().isSeeOther());
        see(LAURA, "/tickets/" + ticket)
                .andExpect(content().string(allOf(containsString(">C-17<"), containsString("Chiuso"))));
    }

    @Test
    void a_customer_fills_in_and_reads_what_is_meant_for_customers() throws Exception {
        var portal = Map.of(Screen.PORTAL_OPENING, Use.MANDATORY, Screen.PORTAL_TICKET, Use.SHOWN);
        field("Pod", Kind.LINE, POD, "", portal);
        field("Sopralluogo", Kind.DATE, Limits.NONE, "", Map.of(Screen.PORTAL_OPENING, Use.SHOWN));
        seeInPortal("/portal/requests/new").andExpect(content().string(containsString("Sopralluogo")));
        request(Map.of("fields[Pod]", "boh", "fields[Sopralluogo]", "domani"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"#field-Pod\""),
                                containsString("value=\"boh\""),
                                containsString("id=\"field-Sopralluogo-problem\""))));
        var address = Objects.requireNonNull(
                request(Map.of("fields[Pod]", "IT001E12345678", "fields[Sopralluogo]", "2027-01-15"))
                        .andExpect(status().isSeeOther())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
        seeInPortal(address)
                .andExpect(content()
                        .string(allOf(
                                containsString("<dt>POD</dt><dd>IT001E12345678</dd>"),
                                not(containsString("15/01/2027")))));
        assertThat(db.sql("select day::text from ticket_field where day is not null")
                        .query(String.class)
                        .single())
                .isEqualTo("2027-01-15");
    }

    @Test
    void tickets_are_found_by_what_a_field_says_and_handed_out_with_it() throws Exception {
        var shown = Map.of(Screen.TICKET, Use.SHOWN);
        field("Pod", Kind.LINE, Limits.NONE, "", shown);
        field("Importo", Kind.DECIMAL, Limits.NONE, "", shown);
        field("Visita", Kind.MOMENT, Limits.NONE, "", shown);
        field("Urgente", Kind.YES_NO, Limits.NONE, "", shown);
        var outcome = field("Esito", Kind.CHOICES, Limits.NONE, "Rete\nRete::Perdite\nAltro", shown);
        var leak = option(outcome, "Rete › Perdite");
        fill(
                        LAURA,
                        with("fields[Pod]", "IT001E12345678")
                                .param("fields[Importo]", "1250")
                                .param("fields[Visita]", "2027-01-15T23:30")
                                .param("fields[Urgente]", "no")
                                .param("fields[Esito]", leak))
                .andExpect(status().isSeeOther());
        see(LAURA, "/search").andExpect(content().string(containsString("name=\"field[Importo]\"")));
        finds("Pod", "it001e");
        finds("Importo", "1.250,00");
        finds("Visita", "2027-01-15");
        finds("Urgente", "no");
        finds("Esito", leak);
        finds("Esito", option(outcome, "Rete"));
        for (var other : Map.of(
                        "Pod",
                        "IT001E_2345678",
                        "Importo",
                        "1251",
                        "Visita",
                        "2027-01-16",
                        "Urgente",
                        "yes",
                        "Esito",
                        option(outcome, "Altro"),
                        "Mai",
                        "1")
                .entrySet())
            search(other.getKey(), other.getValue()).andExpect(content().string(not(containsString(ticket.value()))));
        var both = "/search?field%5BPod%5D=it001e&field%5BUrgente%5D=yes";
        see(LAURA, both).andExpect(content().string(not(containsString(ticket.value()))));

        var csv = see(LAURA, "/search/export?field%5BPod%5D=it001e").andReturn().getResponse();
        assertThat(csv.getContentAsString(UTF_8))
                .contains(
                        ";\"POD\";\"Importo\";\"Visita\";\"Urgente\";\"Esito\"",
                        ";\"IT001E12345678\";\"1.250,00\";",
                        ";\"no\";\"Rete › Perdite\"");
    }

    @Test
    void a_saved_search_keeps_what_it_asks_of_fields() throws Exception {
        field("Pod", Kind.LINE, Limits.NONE, "", Map.of(Screen.TICKET, Use.SHOWN));
        fill(LAURA, with("fields[Pod]", "IT001E12345678")).andExpect(status().isSeeOther());
        web.perform(post("/searches")
                        .param("name", "Un contatore")
                        .param("field[Pod]", "it001e")
                        .with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(status().isSeeOther());
        see(LAURA, "/searches").andExpect(content().string(containsString("/search?field%5BPod%5D=it001e")));
    }

    @Test
    void paper_says_what_fields_say_and_a_customers_only_what_customers_see() throws Exception {
        field("Pod", Kind.LINE, Limits.NONE, "", Map.of(Screen.TICKET, Use.SHOWN, Screen.PORTAL_TICKET, Use.SHOWN));
        field("Margine", Kind.NUMBER, Limits.NONE, "", Map.of(Screen.TICKET, Use.SHOWN));
        fill(LAURA, with("fields[Pod]", "IT001E12345678").param("fields[Margine]", "4711"))
                .andExpect(status().isSeeOther());
        assertThat(paper("")).contains("IT001E12345678", "Margine", "4711");
        assertThat(paper("?internal=false")).contains("IT001E12345678").doesNotContain("4711");
    }

    @Test
    void a_template_says_what_a_field_says() throws Exception {
        field("Pod", Kind.LINE, Limits.NONE, "", Map.of(Screen.TICKET, Use.SHOWN));
        fill(LAURA, with("fields[Pod]", "IT001E12345678")).andExpect(status().isSeeOther());
        var anna = cast.as(ANNA).authority();
        var body = "Il contatore <{{field.Pod}}> è [{{field.Altro}}].";
        var details = new TemplateDetails("Contatore", body, Set.of(TemplateKind.MAIL), Set.of(queue()), true);
        assertThat(templates.add(details, List.of(), anna)).isInstanceOf(Outcome.Refused.class);
        field("Altro", Kind.LINE, Limits.NONE, "", Map.of());
        assertThat(templates.add(details, List.of(), anna)).isInstanceOf(Outcome.Done.class);
        var id = templates.all().stream()
                .filter(kept -> kept.details().name().equals("Contatore"))
                .findFirst()
                .orElseThrow()
                .id();
        web.perform(post("/tickets/" + ticket + "/mails")
                        .param("version", "" + version())
                        .param("template", "" + id.value())
                        .param("fill", "true")
                        .with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(content().string(containsString("Il contatore &lt;IT001E12345678&gt; è [].")));
    }

    private QueueId queue() {
        return new QueueId(db.sql("select queue_id from ticket where number = :number")
                .param("number", ticket.value())
                .query(Long.class)
                .single());
    }

    private String paper(String query) throws Exception {
        var pdf = see(LAURA, "/tickets/" + ticket + "/print" + query)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private void finds(String field, String typed) throws Exception {
        search(field, typed).andExpect(content().string(containsString(">" + ticket.value())));
    }

    private ResultActions search(String field, String typed) throws Exception {
        return web.perform(get("/search").param("field[" + field + "]", typed).with(LoggedIn.as(cast.as(LAURA), db)));
    }

    private FieldId field(String key, Kind kind, Limits limits, String options, Map<Screen, Use> uses) {
        var label = key.equals("Pod") ? new Label("POD", "Meter") : new Label(key, key);
        var settings = new FieldSettings(
                Subject.TICKET, key, kind, label, new Label("", ""), limits, TypedOptions.of(options), uses, true);
        assertThat(keeping.add(settings, cast.as(ANNA).authority())).isInstanceOf(Outcome.Done.class);
        return keeping.all().getLast().field().id();
    }

    private String option(FieldId field, String name) {
        return db.sql("select id::text from field_option where field_id = :field and name = :name")
                .param("field", field.value())
                .param("name", name)
                .query(String.class)
                .single();
    }

    private long values() {
        return db.sql("select count(*) from ticket_field").query(Long.class).single();
    }

    private int version() {
        return db.sql("select version from ticket where number = :number")
                .param("number", ticket.value())
                .query(Integer.class)
                .single();
    }

    private MockHttpServletRequestBuilder with(String field, String typed) {
        return post("/tickets/" + ticket + "/fields")
                .param("version", "" + version())
                .param(field, typed);
    }

    private ResultActions fill(Operator who, MockHttpServletRequestBuilder form) throws Exception {
        return web.perform(form.with(LoggedIn.as(cast.as(who), db)));
    }

    private ResultActions close(String order) throws Exception {
        return web.perform(post("/tickets/" + ticket + "/closure")
                .param("version", "" + version())
                .param("subject", "Fatto")
                .param("text", "È fatto.")
                .param("end", "closed_successful")
                .param("fields[Commessa]", order)
                .with(LoggedIn.as(cast.as(LAURA), db)));
    }

    private ResultActions seeInPortal(String address) throws Exception {
        return web.perform(get(address).with(LoggedIn.as(cast.as(GIULIA), db)));
    }

    private ResultActions request(Map<String, String> fields) throws Exception {
        var form = multipart("/portal/requests").param("title", "Contatore").param("text", "Non gira.");
        fields.forEach(form::param);
        return web.perform(form.with(LoggedIn.as(cast.as(GIULIA), db)));
    }
}
