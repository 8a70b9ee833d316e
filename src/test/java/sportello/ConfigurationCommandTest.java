package sportello;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.configuration.ExportingConfiguration;
import sportello.configuration.ImportingConfiguration;
import sportello.configuration.Plan;
import sportello.database.TestDatabase;
import sportello.demo.DemoTest;
import sportello.postmaster.MailTrial;
import sportello.postmaster.Origin;
import sportello.postmaster.TryingMail;
import sportello.saml.SmallSamlProvider;

/** The configuration of one desk becomes that of another. */
@DemoTest
@Transactional
class ConfigurationCommandTest {
    private static final List<String> SUBJECTS =
            List.of("Lampione spento in via Roma", "Riscaldamento della scuola fermo", "Una domanda");

    /** What the demo leaves as it is delivered. */
    private static final String MORE =
            """
            groups:
            - name: Chiuso
              valid: false
            roles:
            - name: Qualità
              grants:
                Energia: [ro, note]
            company:
              logo: data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7
            access:
              quiet_minutes: 90
            ldap:
              host: ldap.valle.example
              base: dc=valle,dc=example
              attributes:
                login: uid
              roles:
                Qualità: helpdesk
            oidc:
            - audience: desk
              active: false
              name: Valle
              issuer: https://accesso.valle.example
              client_id: sportello
              new_role: Qualità
            saml:
            - audience: desk
              active: true
              name: Valle
              entity_id: https://accesso.valle.example/saml
              address: https://accesso.valle.example/sso
              certificates: |
                CERTIFICATE
              attributes:
                email: mail
                groups: memberOf
              roles:
                Qualità: helpdesk
            hours:
            - name: Squadre
              monday: 6:00–14:00, 14:30–22:00
              sunday: 0:00–24:00
              days_off: [29/06, 24/12/2026]
            queues:
            - name: Energia
              sender_name: Sportello Energia
              idle_minutes: 90
              hours: Squadre
            ownership:
            - queue: Energia
              told:
                closed.customer_user: silent
            states:
            - key: closed_successful
              name:
                italian: Evaso
                english: Settled
              customers:
                italian: Fatto
              mark: teal
            own_states:
            - name: In attesa del fornitore
              english: Waiting for the supplier
              like: pending_reminder
              customers:
                italian: Attendiamo un pezzo
              mark: pink
            - name: Risolto per telefono
              english: Settled by phone
              like: closed_successful
              valid: false
            priorities:
            - key: '5'
              name:
                italian: 5 bloccante
            - key: '1'
              valid: false
            types:
            - name: Reclamo
            - name: Guasto
              valid: false
            causes:
            - name: Fuori orario
            fields:
            - key: Pressione
              kind: decimal
              label:
                italian: Pressione (bar)
                english: Pressure (bar)
              limits:
                least: 0.5
                most: 25
              screens:
                ticket: shown
                closing: mandatory
              valid: false
            - key: Rete
              kind: choices
              label:
                italian: Rete
                english: Network
              hint:
                italian: Una o più
              options: [Rete idrica › Perdite, Gas, Luce]
              screens:
                portal_opening: mandatory
                portal_ticket: shown
            - key: Esito
              subject: article
              kind: choice
              label:
                italian: Esito della telefonata
                english: Outcome of the call
              options: [Risposto, Occupato]
              screens:
                call: mandatory
                article: shown
            - key: Settore
              subject: customer
              kind: line
              label:
                italian: Settore
                english: Business
              screens:
                customer: mandatory
                customer_beside: shown
            - key: Ruolo
              subject: customer_user
              kind: choice
              label:
                italian: Ruolo
                english: Part
              options: [Sindaco, Tecnico]
              screens:
                customer_user: shown
            filters:
            - name: Niente pubblicità
              conditions:
              - part: header
                header: Subject
                pattern: (offerta|promo)
                negated: false
              settings:
              - name: ignore
                value: 'yes'
              - name: field-Rete
                value: Gas
              - name: state
                value: In attesa del fornitore
            rules:
            - rule: locked.customer_user
              told: true
              least_priority: 3
              types: [Reclamo]
            letters:
            - letter: locked
              italian:
                subject: Presa in carico
                body: |
                  Buongiorno.

                  Ce ne occupiamo.
            webhooks:
            - name: Turno
              format: teams
              language: english
              valid: false
            webhook_hosts:
              hosts: ['mattermost.valle.lan:8065']
            own_rules:
            - name: Fermi da troppo
              occasions: [pending_reached, escalated]
              tickets:
                queues: [Energia]
                states: [open]
                own_states: [in attesa del Fornitore]
                priorities: [4, 5]
                locked: 'no'
                types: [Reclamo]
                fields:
                  Rete: Gas
              articles:
                visible: 'yes'
                senders: [customer]
              recipients:
                audiences: [responsible, subscribers]
                permissions: [rw]
                groups: [Energia]
                roles: [Qualità]
                addresses: [turno@valle.example]
                webhooks: [turno]
              options:
                daily: true
              italian:
                subject: 'Fermo: {{ticket.number}}'
                body: Nessuno lo segue.
            - name: Ultima
              occasions: [field_changed]
              recipients:
                audiences: [owner]
              english:
                subject: Look
                body: Something changed.
              valid: false
            limits:
            - name: Reclami con calma
              when:
                queues: [Energia]
                types: [Reclamo]
                states: [new, open]
                own_states: [in attesa del Fornitore]
                priorities: [1, 2]
                roles: [Qualità]
              then:
                actions: [merge, split]
                states: [closed_unsuccessful]
                own_states: [In attesa del fornitore]
                only_states: true
                priorities: [5]
                types: [Reclamo]
                queues: [Energia]
            - name: Di nessuno
              then:
                actions: [close]
              valid: false
            retention:
            - queue: Energia
              months: 120
            - queue: '*'
              months: 600
              valid: false
            mailed_reports:
            - name: Vigilanza
              by: responsible
              span: quarter
              every: week
              day: 5
              hour: 18
              roles: [Qualità]
            phrases:
            - queue: Energia
              signature: |
                Sportello Energia
                {{agent.name}}
            news:
            - title: Sede chiusa
              since: 2026-12-24T08:00:00Z
              until: 2026-12-27T08:00:00Z
              language: italian
              text: |
                Torniamo lunedì.
            - title: Sede chiusa
              since: 2026-12-31T08:00:00Z
              text: Anche il 31.
            maintenance:
              italian: Stasera si aggiorna il programma.
              english: The program is updated tonight.
              since: 2026-12-01T20:00:00Z
              until: 2026-12-01T21:30:00Z
            answers:
            - kind: received
              queue: Energia
              italian:
                subject: 'Ricevuto: {{ticket.number}}'
                body: Grazie.
              english:
                subject: 'Received: {{ticket.number}}'
                body: Thank you.
            """.replace("CERTIFICATE", SmallSamlProvider.certificate().strip().replace("\n", "\n    "));

    private static final String SOUND = "groups:\n- name: Nuovo\n";
    private static final String BROKEN = """
            queues:
            - name: Altra
              group: Nessuno
            """;

    private final TestDatabase.Fresh other = TestDatabase.fresh();
    private final JdbcClient db =
            JdbcClient.create(new DriverManagerDataSource(other.url(), other.user(), other.password()));
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Autowired
    private ExportingConfiguration exporting;

    @Autowired
    private ImportingConfiguration importing;

    @Autowired
    private TryingMail trying;

    @Autowired
    private JdbcClient here;

    @TempDir
    private Path folder;

    @Test
    void an_empty_desk_becomes_like_the_demo() throws IOException {
        assertThat(plan(importing.carryOut(MORE, Authority.HOUSE)))
                .returns(List.of(), Plan::faults)
                .returns(true, Plan::doesSomething);
        var demo = text();

        assertThat(run("import-config", file(demo))).as(said.toString(UTF_8)).isZero();
        assertThat(said.toString(UTF_8)).contains("added agents: ", " unchanged, 0 left alone.");
        assertThat(run("export-config")).isZero();
        assertThat(said.toString(UTF_8)).isEqualTo(demo);

        assertThat(said.toString(UTF_8)).contains("  - name: modulo-sopralluogo.pdf", "data:application/pdf;base64,\n");
        assertThat(files(db)).isNotEmpty().isEqualTo(files(here));
        assertThat(saml(db))
                .singleElement()
                .asString()
                .contains("memberOf helpdesk")
                .isEqualTo(saml(here).getFirst());

        var written = lines();
        assertThat(written).isPositive();
        try (var desk = Guest.atHome(ConfigurationCommand.Visit.class, settings())) {
            var there = desk.getBean(ImportingConfiguration.class);
            var again = plan(there.carryOut(demo, Authority.HOUSE));
            assertThat(again.faults()).isEmpty();
            assertThat(again.doesSomething()).isFalse();
            assertThat(plan(there.plan(SOUND, Authority.HOUSE)).added()).isEqualTo(1);
        }
        mails_find_the_same_places();
        assertThat(run("import-config", file(SOUND + BROKEN))).isEqualTo(1);
        assertThat(said.toString(UTF_8))
                .contains("line 4: queues: Altra: There is no group “Nessuno”.", "Nothing was done: 1 fault.");
        assertThat(lines()).isEqualTo(written);
        assertThat(db.sql("select count(*) from permission_group where name = 'Nuovo'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Nobody is known there who writes; the rest is decided by what the document says. */
    private void mails_find_the_same_places() {
        try (var desk = Guest.atHome(Mailroom.class, settings())) {
            var there = desk.getBean(TryingMail.class);
            var places = SUBJECTS.stream()
                    .map(subject -> place(there, subject).queue())
                    .toList();
            assertThat(places).containsExactly("Illuminazione::Guasti", "Energia::Impianti termici", "raw");
            for (var subject : SUBJECTS)
                assertThat(place(there, subject)).as(subject).isEqualTo(place(trying, subject));
        }
    }

    private static MailTrial.Place place(TryingMail desk, String subject) {
        var mail = "From: Nessuno <nessuno@altrove.example>\r\nTo: assistenza@valleservizi.example\r\nSubject: "
                + subject + "\r\n\r\nBuongiorno\r\n";
        var trial = desk.look(() -> new ByteArrayInputStream(mail.getBytes(UTF_8)), Origin.any(false));
        assertThat(trial).isInstanceOf(MailTrial.Sorted.class);
        return Objects.requireNonNull(((MailTrial.Sorted) trial).place());
    }

    /** What it takes to try a mail. */
    @Guest.Rooms("sportello.mime")
    @Import(ConfigurationCommand.Visit.class)
    static class Mailroom {}

    private static Plan plan(Outcome<Plan> outcome) {
        return outcome instanceof Outcome.Done<Plan>(var plan) ? plan : new Plan(List.of(), List.of());
    }

    private String text() {
        return exporting.text(Authority.HOUSE) instanceof Outcome.Done<String>(var text) ? text : "";
    }

    /** What the templates bring, as it lies there. */
    private static List<String> files(JdbcClient desk) {
        return desk.sql("""
                        select f.name || ' ' || f.media_type || ' ' || sha256(string_agg(c.bytes, '' order by c.no))::text
                          from answer_template_file f
                          join blob_chunk c on c.hash = f.hash
                         group by f.id
                         order by 1
                        """).query(String.class).list();
    }

    /** The provider as it lies there, but for our key. */
    private static List<String> saml(JdbcClient desk) {
        return desk.sql("""
                        select concat_ws(' ', p.audience, p.active, p.entity_id, p.address, p.certificates, p.email, p.groups,
                                         r.group_name)
                          from saml_provider p, saml_role r
                        """).query(String.class).list();
    }

    private long lines() {
        return db.sql("select count(*) from audit_line").query(Long.class).single();
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("configuration.yaml"), text).toString();
    }

    private int run(String... words) {
        said.reset();
        var out = new PrintStream(said, true, UTF_8);
        return AdminCommand.run(List.of(words), out, out, settings());
    }

    private String[] settings() {
        return new String[] {
            "--sportello.database.url=" + other.url(),
            "--sportello.database.user=" + other.user(),
            "--sportello.database.password=" + other.password()
        };
    }
}
