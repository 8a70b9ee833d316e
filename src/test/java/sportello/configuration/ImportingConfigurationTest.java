package sportello.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.agent.Grants;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.cast.Cast;
import sportello.configuration.Difference.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What becomes of a house into which a document is brought. */
@SportelloTest
@Transactional
class ImportingConfigurationTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Autowired
    private ImportingConfiguration importing;

    @Autowired
    private ExportingConfiguration exporting;

    @Autowired
    private Sections sections;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void on_stage() {
        Cast.onStage(db);
    }

    @Test
    void what_the_document_lacks_stays_and_what_it_empties_goes() {
        bring("agents:\n- login: NADIA.costa\n  grants:\n    energia: [note]\n    guasti: [ro]\n");
        assertThat(keys("nadia.costa")).containsExactly("amministrazione rw", "energia note", "guasti ro");
        bring("agents:\n- login: nadia.costa\n  grants:\n    energia: []\n");
        assertThat(keys("nadia.costa")).containsExactly("amministrazione rw", "guasti ro");
        assertThat(texts("select first_name from agent where login = 'nadia.costa'"))
                .containsExactly("Nadia");
    }

    @Test
    void what_is_typed_carelessly_is_known_again() {
        var text = """
                groups:
                - name: '  Magazzino   centrale '
                queues:
                - name: magazzino
                  group: MAGAZZINO   centrale
                  addresses: [ Magazzino@Valle.example, magazzino@valle.example ]
                templates:
                - name: Saluto
                  kinds: [note, answer, note]
                  queues: [Energia, energia]
                  body: "Buongiorno.  \\r\\n\\r\\nA presto\\t\\r\\n"
                """;
        bring(text);
        var before = lines();
        assertThat(bring(text).doesSomething()).isFalse();
        assertThat(lines()).isEqualTo(before);
    }

    @Test
    void hours_come_before_the_queues_that_follow_them() {
        var text = """
                hours:
                - name: Squadre
                  zone: Europe/Rome
                  monday: 6-14, 14:30-22
                  days_off: [29/06]
                queues:
                - name: Energia
                  hours: squadre
                """;
        bring(text);
        assertThat(texts("""
                        select h.name || ' ' || array_to_string(array(select s.opens || '-' || s.closes
                                                                        from working_span s
                                                                       where s.hours_id = h.id
                                                                       order by s.opens), ' ')
                          from queue q
                          join working_hours h on h.id = q.hours_id
                         where q.name = 'Energia'
                        """)).containsExactly("Squadre 360-840 870-1320");
        assertThat(bring(text).doesSomething()).isFalse();
    }

    @Test
    void the_order_of_the_document_holds_among_what_it_names() {
        bring("types:\n- name: Uno\n- name: Due\n- name: Tre\n");
        var plan = bring("types:\n- name: tre\n- name: Uno\n");
        assertThat(plan.items())
                .contains(new Item(
                        Part.TYPES, "", new Difference.Changed(List.of(new Field("order", "Uno, tre", "tre, Uno")))));
        assertThat(texts("select name from ticket_type where name in ('Uno', 'Due', 'tre') order by position"))
                .containsExactly("tre", "Due", "Uno");
        assertThat(bring("types:\n- name: tre\n- name: Uno\n").doesSomething()).isFalse();
    }

    @Test
    void a_field_keeps_its_kind_and_its_screens_what_they_can_do() {
        var commessa = "fields:\n- key: CommessaX\n  kind: %s\n  label: {italian: Commessa, english: Job}\n";
        bring(commessa.formatted("line"));
        assertThat(faults(commessa.formatted("number")))
                .containsExactly(
                        new Fault(2, "fields: CommessaX", new Refusal("configuration.kind", "CommessaX", "line")));
        assertThat(faults(commessa.formatted("line") + "  screens:\n    portal_ticket: mandatory\n"))
                .containsExactly(new Fault(
                        6,
                        "fields: CommessaX: screens.portal_ticket",
                        new Refusal("configuration.choice", "mandatory", "hidden, shown")));
    }

    @Test
    void a_limit_has_no_more_digits_than_people_write() {
        assertThat(faults("fields:\n- key: Metri\n  kind: decimal\n  label: {italian: Metri, english: Metres}\n"
                        + "  limits: {most: 1e999999}\n"))
                .containsExactly(new Fault(2, "fields: Metri", new Refusal("fields.limit", "1E+999999")));
    }

    @Test
    void money_has_a_currency_and_a_tree_may_be_chosen_at_its_ends_alone() {
        var money =
                "fields:\n- key: CostoX\n  kind: money\n  label: {italian: Costo, english: Cost}\n  limits: {currency: %s}\n";
        assertThat(faults(money.formatted("ABC")))
                .containsExactly(new Fault(2, "fields: CostoX", new Refusal("fields.currency", "ABC")));
        var both = money.formatted("CHF") + """
                - key: LuogoX
                  kind: tree
                  label: {italian: Luogo, english: Place}
                  limits: {leaves: true}
                  options: [Rete, Rete › Linea, Sede]
                """;
        bring(both);
        assertThat(texts("select name || currency from field where currency is not null"))
                .containsExactly("CostoXCHF");
        assertThat(texts("select name from field where leaves")).containsExactly("LuogoX");
        assertThat(bring(both).doesSomething()).isFalse();
    }

    @Test
    void what_stands_in_the_way_of_another_is_done_first() {
        bring("""
                services:
                - name: Reti › Acqua
                  valid: false
                - name: Reti
                  valid: false
                queues:
                - name: Magazzino::Lampade
                  group: energia
                - name: Magazzino
                  group: energia
                """);
        assertThat(texts("select name || ' ' || valid from service where name like 'Reti%' order by name"))
                .containsExactly("Reti false", "Reti › Acqua false");
        bring("queues:\n- name: Magazzino\n  valid: false\n- name: Magazzino::Lampade\n  valid: false\n");
        assertThat(texts("select name || ' ' || valid from queue where name like 'Magazzino%' order by name"))
                .containsExactly("Magazzino false", "Magazzino::Lampade false");
    }

    @Test
    void what_lies_below_is_known_by_the_new_name_of_what_lies_above() {
        var plan = bring("queues:\n- name: ENERGIA\n- name: ENERGIA::Impianti termici\n  idle_minutes: 5\n");
        assertThat(plan.items())
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.difference()).isInstanceOf(Difference.Changed.class));
        assertThat(texts("select name || ' ' || idle_minutes from queue where name like 'ENERGIA%' order by name"))
                .containsExactly("ENERGIA 0", "ENERGIA::Impianti termici 5");
    }

    @Test
    void nothing_is_done_if_one_thing_is_refused() {
        db.sql("update agent set administrator = false where login <> 'anna.riva'")
                .update();
        var before = lines();
        var outcome = importing.carryOut(
                "groups:\n- name: Magazzino\nagents:\n- login: anna.riva\n  administrator: false\n", Authority.HOUSE);
        assertThat(plan(outcome).faults())
                .containsExactly(new Fault(4, "agents: anna.riva", new Refusal("agents.last")));
        assertThat(texts("select name from permission_group")).doesNotContain("Magazzino");
        assertThat(lines()).isEqualTo(before);
    }

    @Test
    void a_reserved_group_names_its_customers_and_no_others() {
        var magazzino = "groups:\n- name: Magazzino\n  reserved: true\n  customers:\n";
        bring(magazzino + "  - {customer: ROCCALBA, writes: true, ours: false}\n"
                + "  - {customer: VALDOMBRA, writes: false, ours: true}\n");
        db.sql("""
                insert into customer_right (group_id, customer_user_id, writes, ours)
                select g.id, min(u.id), true, true from permission_group g, customer_user u where g.name = 'Magazzino'
                 group by g.id
                """).update();
        bring(magazzino + "  - {customer: roccalba, writes: true, ours: true}\n");
        assertThat(texts("""
                select coalesce(c.code, 'somebody') || ' ' || r.writes || ' ' || r.ours
                  from customer_right r
                  join permission_group g on g.id = r.group_id and g.name = 'Magazzino' and g.reserved
                  left join customer c on c.id = r.customer_id
                 order by c.code
                """)).containsExactly("ROCCALBA true true", "somebody true true");
        assertThat(exporting.whole()).contains("customer: ROCCALBA");
        assertThat(plan(importing.plan(
                                magazzino + "  - {customer: IGNOTO, writes: true, ours: true}\n", Authority.HOUSE))
                        .faults())
                .extracting(Fault::why)
                .containsExactly(new Refusal("customer_rights.no_customer", "IGNOTO"));
    }

    @Test
    void a_preview_leaves_no_trace() {
        var before = lines();
        assertThat(plan(importing.plan("groups:\n- name: Magazzino\n", Authority.HOUSE))
                        .added())
                .isEqualTo(1);
        assertThat(texts("select name from permission_group")).doesNotContain("Magazzino");
        assertThat(lines()).isEqualTo(before);
    }

    @Test
    void the_raw_queue_is_meant_whatever_it_is_called() {
        var raw = texts("select name from queue where raw").getFirst();
        var plan = bring("queues:\n- name: Tutto il resto\n  raw: true\n");
        assertThat(plan.items())
                .containsExactly(new Item(
                        Part.QUEUES,
                        "Tutto il resto",
                        new Difference.Changed(List.of(new Field("name", raw, "Tutto il resto")))));
        assertThat(texts("select name from queue where raw")).containsExactly("Tutto il resto");
    }

    @Test
    void a_queue_follows_the_house_again() {
        bring("ownership:\n- queue: Energia\n  told:\n    closed.customer_user: silent\n    closed.owner: told\n");
        var plan = bring("ownership:\n- queue: Energia\n  told:\n    closed.customer_user: house\n");
        assertThat(plan.items())
                .containsExactly(new Item(
                        Part.OWNERSHIP,
                        "Energia",
                        new Difference.Changed(List.of(new Field("told.closed.customer_user", "silent", "")))));
    }

    /** Who knows such an address can post there, so no document holds it. */
    @Test
    void webhooks_come_along_but_for_their_addresses() {
        var text = """
                webhooks:
                - name: Turno
                  format: teams
                  valid: true
                - name: Vecchio
                webhook_hosts:
                  hosts: [Mattermost.valle.lan]
                own_rules:
                - name: Urgenti
                  occasions: [priority_changed]
                  recipients:
                    webhooks: [turno]
                  options:
                    may_be_silenced: true
                  italian:
                    subject: Urgente
                    body: Guardate.
                """;
        assertThat(bring(text).left()).as("its address is typed on the page").isEqualTo(1);
        assertThat(texts("select name || ' ' || format || ' ' || valid from webhook order by name"))
                .containsExactly("Turno teams false", "Vecchio sportello false");
        assertThat(texts("select host from webhook_host")).containsExactly("mattermost.valle.lan");
        assertThat(
                        texts(
                                "select w.name from own_rule r join webhook w on w.id = any(r.webhook_ids) where r.may_be_silenced"))
                .containsExactly("Turno");
        assertThat(bring(text).changed()).isZero();
    }

    /** Nobody signs without a key, and no document holds one. */
    @Test
    void which_senders_sign_comes_along_but_for_their_keys() {
        var text = "sealed_senders:\n- address: %s\n  manner: encrypt\n  automatic: true\n";
        assertThat(bring(text.formatted("Firma@Valle.example")).left())
                .as("its key is brought on the page")
                .isEqualTo(1);
        db.sql("""
                insert into mail_key (kind, addresses, fingerprint, numbers, certificate, secret, added_at)
                values ('smime', '{firma@valle.example}', '0123456789abcdef0123456789abcdef01234567', '{}', '', 'SECRET', now())
                """).update();
        var before = exporting.whole();
        assertThat(bring(text.formatted("Firma@Valle.example")).items())
                .containsExactly(new Item(
                        Part.SEALED_SENDERS,
                        "Firma@Valle.example",
                        new Difference.Changed(List.of(
                                new Field("manner", "never", "encrypt"), new Field("automatic", "false", "true")))));
        var after = exporting.whole();
        assertThat(after).contains(text.formatted("firma@valle.example")).doesNotContain("SECRET", "0123456789");
        assertThat(bring(after).doesSomething()).isFalse();
        bring(before);
        assertThat(exporting.whole()).isEqualTo(before);
    }

    @Test
    void how_people_enter_comes_along_but_for_what_is_secret() {
        bring("""
                access:
                  quiet_minutes: 45
                ldap:
                  host: ldap.valle.example
                  base: dc=valle,dc=example
                  roles:
                    supervisori: helpdesk
                """);
        assertThat(texts("select idle_minutes || ' ' || (select host from ldap_server) from access_rule"))
                .containsExactly("45 ldap.valle.example");
        var withUser = bring("ldap:\n  bind_dn: cn=desk,dc=valle,dc=example\n");
        assertThat(withUser.left()).as("its password is typed on the page").isEqualTo(1);

        var unknown = bring("""
                oidc:
                - audience: desk
                  name: Valle
                  issuer: https://accesso.valle.example
                  client_id: sportello
                - audience: portal
                  active: false
                  name: Comuni
                  issuer: https://accesso.comuni.example
                  client_id: sportello
                """);
        assertThat(unknown.left()).as("nobody has asked it where it answers").isEqualTo(1);
        assertThat(texts("select name from oidc_provider")).containsExactly("Comuni");
        db.sql("update oidc_provider set authorization_endpoint = 'https://a', token_endpoint = 'https://b'")
                .update();
        bring("oidc:\n- audience: portal\n  active: true\n  name: Tutti i comuni\n");
        assertThat(texts("select name || ' ' || active || ' ' || authorization_endpoint from oidc_provider"))
                .containsExactly("Tutti i comuni true https://a");
        bring("saml:\n- audience: desk\n  name: Valle\n  roles:\n    supervisori: helpdesk\n");
        assertThat(texts("select name || ' ' || active || ' ' || group_name from saml_provider, saml_role"))
                .containsExactly("Valle false helpdesk");
        bring("saml:\n- audience: portal\n  name: SPID\n  spid_level: 2\noidc:\n- audience: portal\n  tax_code: cf\n");
        assertThat(texts("select tax_code || ' ' || spid_level from saml_provider where audience = 'portal'"))
                .containsExactly("fiscalNumber 2");
        assertThat(texts("select tax_code from oidc_provider")).containsExactly("cf");
    }

    @Test
    void news_are_known_by_title_and_beginning_and_moments_are_written_in_one_way() {
        var news = "news:\n- title: Chiusura\n  since: 2026-12-24T08:00:00Z\n  text: %s\n";
        bring(news.formatted("Siamo chiusi."));
        assertThat(bring(news.formatted("Siamo chiusi.")).doesSomething()).isFalse();
        assertThat(bring(news.formatted("Torniamo.")).changed()).isEqualTo(1);
        assertThat(bring(news.replace("24T", "25T").formatted("Altra.")).added())
                .isEqualTo(1);
        assertThat(faults(news.replace("08:00:00Z", "08:00Z").formatted("Terza.")))
                .containsExactly(new Fault(
                        2,
                        "news: Chiusura, 2026-12-24T08:00Z",
                        new Refusal("configuration.moment", "2026-12-24T08:00Z")));
        assertThat(texts("select text from news where title = 'Chiusura' order by since"))
                .containsExactly("Torniamo.", "Altra.");
    }

    @Test
    void what_is_announced_comes_along() {
        var text =
                "maintenance:\n  italian: Stasera\n  english: Tonight\n  since: 2026-12-01T20:00:00Z\n  closed: true\n";
        assertThat(bring(text).added()).isEqualTo(1);
        assertThat(bring(text).doesSomething()).isFalse();
        assertThat(texts("select text_it || ' ' || closed from maintenance")).containsExactly("Stasera true");
    }

    @Test
    void the_language_and_the_zone_of_the_house_come_along() {
        bring("company:\n  language: english\n  zone: America/New_York\n");
        assertThat(texts("select language || ' ' || time_zone from company")).containsExactly("en America/New_York");
        bring("company:\n  phone: '1'\n");
        assertThat(texts("select language || ' ' || time_zone from company")).containsExactly("en America/New_York");
        assertThat(faults("company:\n  zone: Luna/Mare\n"))
                .containsExactly(new Fault(1, "company", new Refusal("company.zone", "Luna/Mare")));
    }

    @Test
    void the_logo_comes_along_and_is_shown_by_a_word() {
        var logo = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
        var plan = bring("company:\n  logo: " + logo + "\n");
        assertThat(plan.items().toString()).contains("image/gif ").doesNotContain("R0lGOD");
        assertThat(texts("select logo_type from company")).containsExactly("image/gif");
        assertThat(bring("company:\n  logo: " + logo + "\n").unchanged()).isEqualTo(1);
        assertThat(faults("company:\n  logo: data:image/png;base64,niente\n")).hasSize(1);
        bring("company:\n  logo: ''\n");
        assertThat(texts("select logo_type from company where logo is null")).hasSize(1);
    }

    @Test
    void who_is_no_administrator_sees_and_changes_nothing() {
        var nobody = new Authority(false, false, Grants.NONE);
        assertThat(importing.plan("groups: []", nobody)).isInstanceOf(Outcome.Refused.class);
        assertThat(importing.carryOut("groups: []", "", nobody)).isInstanceOf(Outcome.Refused.class);
    }

    /** Each field of each section says something that nobody would type. */
    @Test
    void whatever_a_document_says_is_answered() {
        var odd = List.<JsonNode>of(
                NODES.stringNode("a\u0000\n › ::b"), NODES.arrayNode().add(""), NODES.objectNode());
        var unanswered = new ArrayList<String>();
        for (var section : sections.all()) {
            var blank = Shapes.tree(section.blank());
            section.names().forEach(name -> blank.put(name, "x"));
            for (var field : List.copyOf(blank.propertyNames()))
                for (var value : odd) {
                    var entry = blank.deepCopy().set(field, value);
                    var said = section.names().isEmpty()
                            ? entry
                            : NODES.arrayNode().add(entry);
                    var text = DocumentWriter.write(
                            NODES.objectNode().set(section.part().key(), said));
                    if (!(importing.plan(text, Authority.HOUSE) instanceof Outcome.Done<Plan>)) unanswered.add(text);
                }
        }
        assertThat(unanswered).isEmpty();
    }

    private List<Fault> faults(String text) {
        return plan(importing.carryOut(text, Authority.HOUSE)).faults();
    }

    private Plan bring(String text) {
        var plan = plan(importing.carryOut(text, Authority.HOUSE));
        assertThat(plan.faults()).isEmpty();
        return plan;
    }

    private static Plan plan(Outcome<Plan> outcome) {
        return switch (outcome) {
            case Outcome.Done<Plan>(var plan) -> plan;
            case Outcome.Refused<Plan>(var why) -> throw new AssertionError(why.message());
        };
    }

    private List<String> keys(String login) {
        return texts("""
                select g.name || ' ' || p.permission
                  from agent_permission p
                  join permission_group g on g.id = p.group_id
                  join agent a on a.id = p.agent_id
                 where a.login = '%s'
                 order by 1
                """.formatted(login));
    }

    private List<String> texts(String query) {
        return db.sql(query).query(String.class).list();
    }

    private long lines() {
        return db.sql("select count(*) from audit_line").query(Long.class).single();
    }
}
