package sportello.configuration;

import static sportello.configuration.Reference.Kind.AGENT;
import static sportello.configuration.Reference.Kind.ROLE;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.stats.Aspect;
import sportello.stats.KeepingMailedReports;
import sportello.stats.KeptMailedReport;
import sportello.stats.MailedReport;
import sportello.stats.Rhythm;
import sportello.stats.Span;

/** Which reports are sent to whom. */
@Component
class MailedReportsSection implements Section<MailedReportsSection.Entry> {
    private final KeepingMailedReports keeping;
    private final Register register;

    MailedReportsSection(KeepingMailedReports keeping, Register register) {
        this.keeping = keeping;
        this.register = register;
    }

    /** @param day of the week from Monday, or of the month */
    record Entry(
            String name,
            Aspect by,
            Span span,
            Rhythm.Every every,
            int day,
            int hour,
            List<String> roles,
            List<String> agents,
            boolean valid) {}

    @Override
    public Part part() {
        return Part.MAILED_REPORTS;
    }

    @Override
    public Entry blank() {
        return new Entry("", Aspect.QUEUE, Span.MONTH, Rhythm.Every.MONTH, 1, 7, List.of(), List.of(), true);
    }

    @Override
    public List<String> names() {
        return List.of("name");
    }

    @Override
    public List<Entry> all() {
        var kept = keeping.all();
        if (kept.isEmpty()) return List.of();
        var roles = register.of(ROLE);
        var agents = register.of(AGENT);
        return kept.stream().map(one -> entry(one.report(), roles, agents)).toList();
    }

    private static Entry entry(MailedReport report, Names roles, Names agents) {
        return new Entry(
                report.name(),
                report.by(),
                report.span(),
                report.rhythm().every(),
                report.rhythm().day(),
                report.rhythm().hour(),
                roles.names(report.roles()),
                agents.names(report.agents()),
                report.valid());
    }

    @Override
    public Stream<Reference> references(Entry entry) {
        return Stream.concat(Reference.to(ROLE, entry.roles()), Reference.to(AGENT, entry.agents()));
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        var report = new MailedReport(
                wanted.name(),
                wanted.by(),
                wanted.span(),
                new Rhythm(wanted.every(), wanted.day(), wanted.hour()),
                register.known(ROLE, wanted.roles()),
                register.known(AGENT, wanted.agents()),
                wanted.valid());
        if (before == null) return keeping.add(report, by);
        var kept = Section.kept(keeping.all(), MailedReportsSection::name, before.name());
        return keeping.correct(kept.id(), kept.version(), report, by);
    }

    private static String name(KeptMailedReport kept) {
        return kept.report().name();
    }
}
