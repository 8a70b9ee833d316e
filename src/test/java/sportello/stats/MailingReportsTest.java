package sportello.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.PIERO;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.cast.Place;
import sportello.stats.Rhythm.Every;
import sportello.storage.Files;
import sportello.storage.Hash;
import sportello.ticket.Opening;

/** Reports leave by mail when they are due, to whoever may read them. */
@SportelloTest
@Transactional
class MailingReportsTest {
    @Autowired
    private MailingReports mailing;

    @Autowired
    private KeepingMailedReports keeping;

    @Autowired
    private Opening opening;

    @Autowired
    private Files files;

    @Autowired
    private JdbcClient db;

    private Cast cast;

    @BeforeEach
    void the_cast_is_there() {
        cast = Cast.onStage(db);
    }

    @Test
    void each_reader_gets_it_once_with_what_that_one_may_read() throws IOException {
        var role = role(CARLA, true);
        give(LAURA, role);
        var id =
                kept(Set.of(role), Set.of(cast.id(LAURA).value(), cast.id(PIERO).value()));
        db.sql("delete from agent_role where agent_id = :piero")
                .param("piero", cast.id(PIERO).value())
                .update();
        db.sql("delete from agent_permission where agent_id = :piero")
                .param("piero", cast.id(PIERO).value())
                .update();
        askedLastMonth();
        missed(id, 3);
        assertThat(mailing.due()).contains(id);

        mailing.mail(id);

        assertThat(readers()).containsExactlyInAnyOrder(address(CARLA), address(LAURA), address(PIERO));
        assertThat(pdf(LAURA)).contains("Resoconto per coda", "Laura Bassi", "Impianti");
        assertThat(pdf(PIERO)).contains("Resoconto per coda").doesNotContain("Impianti");
        assertThat(handedOut()).containsExactlyInAnyOrder("Carla mail", "Laura mail", "Piero mail");
        mailing.mail(id);
        assertThat(readers()).hasSize(3);
        assertThat(mailing.due()).doesNotContain(id);
    }

    @Test
    void what_the_house_missed_while_it_was_down_is_sent_once_for_its_last_time() {
        var id = kept(Set.of(), Set.of(cast.id(LAURA).value()));
        missed(id, 100);
        mailing.mail(id);
        mailing.mail(id);
        assertThat(readers()).containsExactly(address(LAURA));
        var kept = keeping.find(id).orElseThrow();
        assertThat(kept.sent()).isNotNull();
        assertThat(kept.due()).isAfter(kept.sent());
        var monday = LocalDate.ofInstant(kept.due(), ZoneId.of("Europe/Rome")).minusWeeks(1);
        assertThat(db.sql("select text_body from letter where to_address = :laura order by id desc limit 1")
                        .param("laura", address(LAURA))
                        .query(String.class)
                        .single())
                .contains("from=" + Span.MONTH.before(monday).first(), "Creati");
    }

    @Test
    void its_hour_is_on_the_clock_of_the_house() {
        db.sql("update company set time_zone = 'Asia/Tokyo'").update();
        var kept = keeping.find(kept(Set.of(), Set.of(cast.id(LAURA).value()))).orElseThrow();
        assertThat(kept.due().atZone(ZoneId.of("Asia/Tokyo")).getHour())
                .isEqualTo(kept.report().rhythm().hour());
    }

    @Test
    void who_has_left_gets_none_nor_does_a_role_that_is_not_valid() {
        var id = kept(Set.of(role(CARLA, false)), Set.of(cast.id(LAURA).value()));
        db.sql("update agent set valid = false where id = :laura")
                .param("laura", cast.id(LAURA).value())
                .update();
        missed(id, 1);
        mailing.mail(id);
        assertThat(readers()).isEmpty();
        assertThat(keeping.find(id).orElseThrow().sent()).isNotNull();
    }

    @Test
    void one_that_is_not_valid_waits_and_comes_back_without_what_it_missed() {
        var id = kept(Set.of(), Set.of(cast.id(LAURA).value()));
        var report = keeping.find(id).orElseThrow().report();
        correct(id, 0, report, false);
        missed(id, 30);
        mailing.mail(id);
        assertThat(readers()).isEmpty();
        correct(id, 1, report, true);
        assertThat(mailing.due()).doesNotContain(id);
        missed(id, 1);
        correct(id, 2, report, true);
        assertThat(mailing.due()).as("was due before it was corrected").contains(id);
    }

    private void correct(long id, int seen, MailedReport report, boolean valid) {
        var wanted = new MailedReport(
                report.name(), report.by(), report.span(), report.rhythm(), report.roles(), report.agents(), valid);
        assertThat(keeping.correct(id, seen, wanted, cast.as(ANNA).authority())).isInstanceOf(Outcome.Done.class);
    }

    private long kept(Set<Long> roles, Set<Long> agents) {
        var report = new MailedReport(
                "Vigilanza di prova", Aspect.QUEUE, Span.MONTH, new Rhythm(Every.WEEK, 1, 7), roles, agents, true);
        assertThat(keeping.add(report, cast.as(ANNA).authority())).isEqualTo(Outcome.done(report.name()));
        return keeping.all().stream()
                .filter(one -> one.report().name().equals(report.name()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Before the month of the Monday on which the report is due. */
    private void askedLastMonth() {
        var number = LibraryStory.askedBy(cast.as(GIULIA), opening).value();
        db.sql("""
                update ticket
                   set queue_id = :queue,
                       created_at = date_trunc('month', date_trunc('week', now() - interval '7 hours')) - interval '5 days'
                 where number = :number
                """)
                .param("queue", cast.id(Place.IMPIANTI).value())
                .param("number", number)
                .update();
    }

    private void missed(long id, int days) {
        db.sql("update mailed_report set due_at = now() - make_interval(days => :days) where id = :id")
                .params(Map.of("days", days, "id", id))
                .update();
    }

    private long role(Operator agent, boolean valid) {
        var role = db.sql("insert into role (name, valid) values (gen_random_uuid()::text, :valid) returning id")
                .param("valid", valid)
                .query(Long.class)
                .single();
        give(agent, role);
        return role;
    }

    private void give(Operator agent, long role) {
        db.sql("insert into agent_role (agent_id, role_id) values (:agent, :role)")
                .params(Map.of("agent", cast.id(agent).value(), "role", role))
                .update();
    }

    private String address(Operator agent) {
        return db.sql("select email from agent where login = :login")
                .param("login", agent.login())
                .query(String.class)
                .single();
    }

    /** What the log of access says of the reports that left. */
    private List<String> handedOut() {
        return db.sql("""
                select g.first_name || ' ' || l.why
                  from access_line l
                  join agent g on g.id = l.agent_id
                 where l.kind = 'handed_out'
                   and l.thing = '/reports'
                   and l.filter ~ '^by=queue&from=[0-9-]{10}&to=[0-9-]{10}$'
                """).query(String.class).list();
    }

    private List<String> readers() {
        return db.sql("select to_address from letter where subject like 'Vigilanza di prova%' order by id")
                .query(String.class)
                .list();
    }

    private String pdf(Operator agent) throws IOException {
        var hash =
                db.sql("""
                select encode(f.hash, 'hex')
                  from letter_attachment f
                  join letter l on l.id = f.letter_id
                 where l.to_address = :address
                   and f.media_type = 'application/pdf'
                 order by l.id desc
                 limit 1
                """).param("address", address(agent)).query(String.class).single();
        try (var bytes = files.open(new Hash(hash));
                var document = Loader.loadPDF(bytes.readAllBytes())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
