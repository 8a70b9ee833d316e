package sportello.demo.story;

import java.util.List;
import sportello.agent.AgentId;
import sportello.ticket.PastStep;
import sportello.ticket.PastTicket;
import sportello.ticket.State;

/**
 * A request about something that a colleague has already reported; it is merged into that one.
 *
 * @param first who wrote the other one
 */
record Twin(Play play, Stage stage, Pen first, Pen pen, Timeline time) {

    /** @param agent who has the other one in hand */
    PastTicket ticket(AgentId agent) {
        var openedAt = time.moment();
        var report = Beat.of(play.scenario().parts()).stream()
                .filter(beat -> beat.kind().equals("duplicate"))
                .findFirst()
                .orElseThrow();
        var request = pen.request(report, openedAt);
        var mergedAt = time.next("merge");
        var remark = stage.phrases().sheet().get("merge").parts("it").getFirst();
        var note = first.note(new Beat(remark, List.of()), agent, mergedAt);
        return pen.ticket(
                openedAt,
                request,
                stage.route(pen.incoming(request)),
                List.of(
                        pen.acknowledgement(openedAt.plusSeconds(2)),
                        new PastStep.Noted(mergedAt, agent, note),
                        new PastStep.Withdrawn(mergedAt.plusSeconds(6), agent, State.MERGED)));
    }
}
