package sportello.demo.story;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.field.Value;
import sportello.queue.Queue;
import sportello.queue.Route;
import sportello.ticket.Choice;
import sportello.ticket.PastStep;
import sportello.ticket.PastTicket;
import sportello.ticket.Priority;
import sportello.ticket.State;

/** Lives one play through, from the request to its ending. */
final class Life {
    private static final LocalTime RESUMPTION = LocalTime.of(9, 0);
    private static final int AT_ONCE = 6;
    private static final String LAMPS = "Illuminazione pubblica";
    private static final String HEAT = "Energia e calore";

    private final Play play;
    private final Stage stage;
    private final RandomGenerator random;
    private final Script script;
    private final Timeline time;
    private final Pen pen;
    private final List<PastStep> steps = new ArrayList<>();
    private Queue queue;
    private @Nullable AgentId owner;
    private @Nullable AgentId responsible;
    private boolean prioritised;

    private Life(Play play, Stage stage, RandomGenerator random, Script script, Timeline time, Pen pen, Queue queue) {
        this.play = play;
        this.stage = stage;
        this.random = random;
        this.script = script;
        this.time = time;
        this.pen = pen;
        this.queue = queue;
    }

    static Life of(Play play, Stage stage, RandomGenerator random) {
        var script = Script.of(play.scenario(), play.ending(), stage.phrases(), random);
        var kinds = Stream.concat(
                        Stream.of("sort", "hand", "lock"),
                        script.beats().stream().map(Beat::kind))
                .toList();
        var time = Timeline.of(
                stage.hours(), stage.now(), random, kinds, play.scenario().pace(), lastDaysAgo(play, script, random));
        var wording = Wording.of(play.scenario(), play.town(), play.clerk(), random);
        var pen = new Pen(play, stage, wording, random.nextInt(4) == 0);
        return new Life(
                play, stage, random, script, time, pen, stage.roll().queues().get("raw"));
    }

    /** Who waits for a day waits for one that has not come yet; only now and then it has been missed. */
    private static double lastDaysAgo(Play play, Script script, RandomGenerator random) {
        var ending = play.ending();
        if (ending != Ending.POSTPONED) return ending.lastDaysAgo(random);
        var pause = Integer.parseInt(script.beats().getLast().part().argument());
        return play.number() % 7 == 0 ? pause + 0.6 : random.nextDouble(0.1, Math.min(pause, 8) - 0.9);
    }

    /** The tickets that came of it: one, or two if a colleague wrote as well. */
    List<PastTicket> live() {
        var twin = play.twin() == null ? null : new Twin(play, stage, pen, pen.of(play.twin()), time.alongside());
        var ticket = ticket();
        return twin == null ? List.of(ticket) : List.of(ticket, twin.ticket(lastHolder()));
    }

    private AgentId lastHolder() {
        return owner == null ? stage.dispatcher(random) : owner;
    }

    private PastTicket ticket() {
        var openedAt = time.moment();
        var request = pen.request(openedAt);
        var route = stage.route(pen.incoming(request));
        steps.add(pen.acknowledgement(openedAt.plusSeconds(2)));
        enter(route);
        if (play.ending() != Ending.UNTOUCHED) sort();
        if (play.ending().isTakenInHand()) {
            takeInHand();
            script.beats().forEach(beat -> act(beat, lastHolder()));
        }
        return pen.ticket(openedAt, request, route, steps);
    }

    private void enter(Route route) {
        queue = route.queue();
        owner = route.owner();
        responsible = route.responsible();
    }

    /** Whoever finds it where it does not belong moves it, and says at once how urgent it is. */
    private void sort() {
        var target = stage.roll().queues().get(play.scenario().queue());
        if (target.equals(queue)) return;
        var at = time.next("sort");
        var mover = responsible == null ? stage.dispatcher(random) : responsible;
        var fromRaw = queue.raw();
        queue = target;
        owner = stage.firstAble(target, owner, target.defaultOwner());
        responsible = stage.firstAble(target, responsible, target.defaultResponsible());
        steps.add(new PastStep.Moved(at, mover, target.id(), owner, responsible));
        if (fromRaw) prioritise(at, mover);
    }

    private void prioritise(Instant at, AgentId by) {
        var priority = Priority.of(play.scenario().priority());
        if (prioritised || priority == Priority.NORMAL) return;
        prioritised = true;
        steps.add(new PastStep.Prioritised(at.plusSeconds(AT_ONCE), by, priority));
    }

    private void takeInHand() {
        var worker = owner != null && random.nextInt(10) < 7 ? owner : stage.worker(queue.name(), random);
        var giver = owner == null ? responsible : owner;
        if (giver != null && !giver.equals(worker) && (owner != null || random.nextInt(3) == 0)) {
            steps.add(new PastStep.OwnerChanged(time.next("hand"), giver, worker));
        }
        owner = worker;
        var at = time.next("lock");
        steps.add(new PastStep.Locked(at, worker));
        prioritise(at, worker);
        play.scenario().service().ifPresent(service -> classify(service, at, worker));
    }

    /** Whoever has read it says for which service it is. */
    private void classify(String service, Instant at, AgentId by) {
        var choice = new Choice(stage.roll().services().get(service), service);
        steps.add(new PastStep.ServiceChanged(at.plusSeconds(2 * AT_ONCE), by, choice));
        if (service.equals(LAMPS) || service.equals(HEAT)) fillIn(at.plusSeconds(2 * AT_ONCE), by);
    }

    /** Of which plant it is; sometimes somebody will go and look, and sometimes it will cost something. */
    private void fillIn(Instant at, AgentId by) {
        var number = play.number();
        say(at, by, "NumeroImpianto", new Value.Words("IMP-" + (10_400 + 37 * number)));
        if (number % 3 == 0)
            say(at, by, "DataSopralluogo", new Value.Day(workday(stage.day(at).plusDays(2 + number % 6))));
        if (number % 5 == 0) {
            var cost = BigDecimal.valueOf(18_000L + 3_750L * (number % 40), 2);
            say(at, by, "CostoPrevisto", new Value.Money(cost, "EUR"));
        }
    }

    private static LocalDate workday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    private void say(Instant at, AgentId by, String field, Value value) {
        steps.add(new PastStep.FilledIn(at, by, stage.roll().fields().get(field), value));
    }

    private void act(Beat beat, AgentId agent) {
        var at = time.next(beat.kind());
        switch (beat.kind()) {
            case "note", "call" -> steps.add(new PastStep.Noted(at, agent, pen.note(beat, agent, at)));
            case "answer" -> steps.add(new PastStep.Answered(at, agent, pen.answer(beat, agent, at)));
            case "reply", "again" -> steps.add(new PastStep.FollowedUp(at, pen.writer(), pen.reply(beat, at)));
            case "close", "fail" ->
                steps.add(new PastStep.Closed(at, agent, beat.kind().equals("close"), pen.closing(beat, agent, at)));
            case "release" -> {
                steps.add(new PastStep.Noted(at, agent, pen.note(beat, agent, at)));
                steps.add(new PastStep.Released(at.plusSeconds(AT_ONCE), agent));
            }
            case "wait" -> {
                steps.add(new PastStep.Noted(at, agent, pen.note(beat, agent, at)));
                postpone(
                        at,
                        agent,
                        State.PENDING_REMINDER,
                        Integer.parseInt(beat.part().argument()));
            }
            case "settle" -> {
                steps.add(new PastStep.Answered(at, agent, pen.answer(beat, agent, at)));
                postpone(at, agent, State.PENDING_CLOSE_SUCCESSFUL, 6);
            }
            case "lapse" -> {
                steps.add(new PastStep.Answered(at, agent, pen.answer(beat, agent, at)));
                postpone(at, agent, State.PENDING_CLOSE_UNSUCCESSFUL, 8);
            }
            case "remove" -> steps.add(new PastStep.Withdrawn(at, agent, State.REMOVED));
            default -> throw new IllegalArgumentException("nobody knows how to " + beat.kind());
        }
    }

    private void postpone(Instant at, AgentId by, State pending, int days) {
        var until = WorkingTime.shift(stage.day(at), days)
                .atTime(RESUMPTION)
                .atZone(stage.hours().zone())
                .toInstant();
        steps.add(new PastStep.Postponed(at.plusSeconds(AT_ONCE), by, pending, until));
    }
}
