package sportello.print;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Agent;
import sportello.agent.Agents;
import sportello.identity.Viewer.AgentViewer;
import sportello.jobs.Jobs;
import sportello.storage.Files;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketId;

/** Documents that take long: wanted now, drawn by a job, fetched when they are finished. */
@Component
public class Printouts {
    private final PrintoutSql sql;
    private final Printing printing;
    private final TicketFiles tickets;
    private final Agents agents;
    private final Files files;
    private final Jobs jobs;
    private final Clock clock;

    Printouts(
            PrintoutSql sql,
            Printing printing,
            TicketFiles tickets,
            Agents agents,
            Files files,
            Jobs jobs,
            Clock clock) {
        this.sql = sql;
        this.printing = printing;
        this.tickets = tickets;
        this.agents = agents;
        this.files = files;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Has the whole ticket drawn, as {@link Printing#ticket} would. */
    @Transactional
    public PrintoutId begin(TicketFile ticket, boolean internal, AgentViewer by) {
        var length = printing.length(ticket, internal);
        var id = sql.insert(ticket.id(), by.id(), internal, length, clock.instant());
        jobs.stage(PrintingJob.of(id));
        return id;
    }

    /** How far it has come, for whoever sees its ticket. */
    public Optional<Printout> find(PrintoutId id, AgentViewer viewer) {
        return sql.find(id)
                .filter(printout -> tickets.find(printout.ticket(), viewer).isPresent());
    }

    /** What the job does, with the eyes that the agent has by then; asked twice, it draws the same again. */
    void draw(PrintoutId id) {
        var printout = sql.find(id).orElseThrow();
        var by = eyes(agents.find(printout.by()).orElseThrow());
        tickets.find(printout.ticket(), by).ifPresent(ticket -> {
            var pdf = printing.ticket(ticket, printout.internal(), by, done -> sql.progress(id, done));
            sql.finish(id, files.keep(new ByteArrayInputStream(pdf)));
        });
    }

    private AgentViewer eyes(Agent agent) {
        return new AgentViewer(
                agent.id(),
                agent.firstName(),
                agent.lastName(),
                agent.language(),
                agent.zone(),
                "system",
                agent.administrator(),
                agent.supplier(),
                agents.grantsOf(agent.id()));
    }

    /** Documents of these tickets are drawn anew when somebody wants them. Whoever asks has decided that they may go. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Collection<TicketId> tickets) {
        sql.forget(tickets).forEach(files::forget);
    }
}
