package sportello.web.admin;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;
import sportello.agent.KeptRole;
import sportello.base.Refusal;
import sportello.stats.Aspect;
import sportello.stats.KeptMailedReport;
import sportello.stats.Rhythm;
import sportello.stats.Span;
import sportello.web.Words;

/** @param kept the report that is corrected, null for a new one */
public record MailedReportFormPage(
        @Nullable KeptMailedReport kept,
        MailedReportForm form,
        List<KeptRole> offeredRoles,
        List<Agent> offeredAgents,
        @Nullable Refusal refusal) {
    private static final int HOURS = 24;

    public MailedReportFormPage {
        offeredRoles = List.copyOf(offeredRoles);
        offeredAgents = List.copyOf(offeredAgents);
    }

    /** One of the days on which a report can be sent. */
    public record Day(String value, String label) {}

    public String action() {
        return kept == null ? Area.MAILED_REPORTS.address() : Area.MAILED_REPORTS.address() + "/" + kept.id();
    }

    public List<Aspect> aspects() {
        return Arrays.asList(Aspect.values());
    }

    public List<Span> spans() {
        return Arrays.asList(Span.values());
    }

    /** The days of the week, then those of the month. */
    public List<Day> days(Words words) {
        return Arrays.stream(Rhythm.Every.values())
                .flatMap(every -> IntStream.rangeClosed(1, every.days())
                        .mapToObj(day -> new Day(
                                MailedReportForm.on(every, day),
                                MailedReportsPage.day(new Rhythm(every, day, 0), words))))
                .toList();
    }

    public List<Integer> hours() {
        return IntStream.range(0, HOURS).boxed().toList();
    }

    /** Those that are not valid only where they were ticked before. */
    public List<Tick> roles() {
        return Tick.of(
                offeredRoles.stream()
                        .filter(role ->
                                role.valid() || form.roles().contains(role.id().value()))
                        .toList(),
                role -> role.id().value(),
                KeptRole::name,
                form.roles());
    }

    public List<Tick> agents() {
        return Tick.of(offeredAgents, agent -> agent.id().value(), Agent::name, form.agents());
    }
}
