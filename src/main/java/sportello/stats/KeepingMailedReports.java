package sportello.stats;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.agent.Authority;
import sportello.agent.KeepingRoles;
import sportello.agent.KeptRole;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.OurCompany;

/** Administrators keep which reports are sent to whom. One that is not valid is not sent; none is thrown away. */
@Component
public class KeepingMailedReports {
    private final MailedReportSql sql;
    private final ReportLetters letters;
    private final KeepingRoles roles;
    private final Agents agents;
    private final Book book;
    private final OurCompany company;
    private final Clock clock;

    KeepingMailedReports(
            MailedReportSql sql,
            ReportLetters letters,
            KeepingRoles roles,
            Agents agents,
            Book book,
            OurCompany company,
            Clock clock) {
        this.sql = sql;
        this.letters = letters;
        this.roles = roles;
        this.agents = agents;
        this.book = book;
        this.company = company;
        this.clock = clock;
    }

    /** A report as the book tells of it. */
    private record Written(
            String name,
            String by,
            String span,
            String every,
            int day,
            int hour,
            String roles,
            String agents,
            boolean valid) {}

    /** By their names. */
    public List<KeptMailedReport> all() {
        return sql.all();
    }

    public Optional<KeptMailedReport> find(long id) {
        return sql.find(id);
    }

    /** Its name; it is sent for the first time when its hour comes next. */
    @Transactional
    public Outcome<String> add(MailedReport report, Authority by) {
        return checked(report, 0, by).then(good -> {
            var added = sql.insert(good, next(good));
            if (added.isEmpty()) return Outcome.refused("mailed_reports.known", good.name());
            return written(added.get(), good, null);
        });
    }

    /** @param seen the version of the report that was corrected */
    @Transactional
    public Outcome<String> correct(long id, int seen, MailedReport report, Authority by) {
        return checked(report, id, by).then(good -> {
            var before = sql.find(id).orElse(null);
            if (before == null || !sql.update(id, seen, good, due(before, good)))
                return Outcome.refused("mailed_reports.changed");
            return written(id, good, written(before.report()));
        });
    }

    /** Sends it at once to the one who asks, with what that person may read; its next time stays. The address. */
    @Transactional
    public Outcome<String> send(long id, AgentViewer viewer) {
        if (!viewer.authority().administrator()) return Outcome.refused("mailed_reports.administer");
        var today = clock.instant().atZone(company.house().zone()).toLocalDate();
        return sql.find(id)
                .flatMap(kept -> letters.post(kept.report(), today, viewer))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused("mailed_reports.nowhere"));
    }

    private Outcome<MailedReport> checked(MailedReport report, long own, Authority by) {
        if (!by.administrator()) return Outcome.refused("mailed_reports.administer");
        if (CleanText.isBlank(report.name()) || report.name().length() > MailedReport.LONGEST_NAME)
            return Outcome.refused("mailed_reports.name", MailedReport.LONGEST_NAME);
        if (!report.rhythm().isPossible()) return Outcome.refused("mailed_reports.rhythm");
        if (report.roles().isEmpty() && report.agents().isEmpty()) return Outcome.refused("mailed_reports.nobody");
        if (roles(report).size() < report.roles().size()
                || agents(report).size() < report.agents().size()) return Outcome.refused("mailed_reports.unknown");
        return sql.isTaken(report.name(), own)
                ? Outcome.refused("mailed_reports.known", report.name())
                : Outcome.done(report);
    }

    /** What is due already is sent though it is corrected; what is valid again is sent when its hour comes next. */
    private Instant due(KeptMailedReport before, MailedReport report) {
        var same = before.report().valid() && before.report().rhythm().equals(report.rhythm());
        return same ? before.due() : next(report);
    }

    private Instant next(MailedReport report) {
        return report.rhythm().after(clock.instant(), company.house().zone()).toInstant();
    }

    private Outcome<String> written(long id, MailedReport report, @Nullable Written before) {
        book.write(Topic.MAILED_REPORTS, id, report.name(), before, written(report));
        return Outcome.done(report.name());
    }

    private Written written(MailedReport report) {
        var rhythm = report.rhythm();
        return new Written(
                report.name(),
                report.by().key(),
                report.span().key(),
                rhythm.every().key(),
                rhythm.day(),
                rhythm.hour(),
                roles(report).stream().map(KeptRole::name).collect(joining(", ")),
                agents(report).stream().map(Agent::name).collect(joining(", ")),
                report.valid());
    }

    private List<KeptRole> roles(MailedReport report) {
        return roles.all().stream()
                .filter(role -> report.roles().contains(role.id().value()))
                .toList();
    }

    private List<Agent> agents(MailedReport report) {
        return agents.all(report.agents().stream().map(AgentId::new).toList());
    }
}
