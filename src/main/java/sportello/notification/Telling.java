package sportello.notification;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.mail.Letter;
import sportello.mail.OurCompany;
import sportello.mail.Outbox;
import sportello.ticket.SystemLine;
import sportello.ticket.SystemLines;
import sportello.ticket.TicketHappened;
import sportello.webhook.Deliveries;
import sportello.webhook.Message;

/** Tells people of what happened to a ticket, in the transaction in which it happened: if that is undone, nobody was told. */
@Component
class Telling {
    /** Letters are written and kept so many at a time, however many people watch. */
    private static final int AT_ONCE = 500;

    private final Addressing addressing;
    private final Gathering gathering;
    private final Echoes echoes;
    private final Writing writing;
    private final Outbox outbox;
    private final Deliveries deliveries;
    private final SystemLines lines;
    private final OurCompany company;
    private final NotificationSql notifications;
    private final HeldSql held;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Telling(
            Addressing addressing,
            Gathering gathering,
            Echoes echoes,
            Writing writing,
            Outbox outbox,
            Deliveries deliveries,
            SystemLines lines,
            OurCompany company,
            NotificationSql notifications,
            HeldSql held,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.addressing = addressing;
        this.gathering = gathering;
        this.echoes = echoes;
        this.writing = writing;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.lines = lines;
        this.company = company;
        this.notifications = notifications;
        this.held = held;
        this.publisher = publisher;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TicketHappened happened) {
        News.of(happened).ifPresent(this::tell);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(News news) {
        if (echoes.isKnown(news)) return;
        addressing.of(news).ifPresent(addressed -> tell(news, addressed));
    }

    private void tell(News news, Addressed addressed) {
        var people = people(news, addressed);
        var echo = echoes.of(news, addressed.ticket());
        say(news, addressed, people, Decision.on(addressed.rules(), people, news.by(), echo, addressed.lately()));
        if (addressed.rules().stream().anyMatch(rule -> rule.options().inWorkingHours()))
            held.replace(news.ticket(), news.line());
    }

    /** What waited for the working hours: decided anew, by how everything stands now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Held waiting, Instant now) {
        var addressed = addressing.again(waiting, now).orElse(null);
        if (addressed == null || waiting.isOver(addressed.ticket())) {
            held.drop(waiting.id(), WhyNot.PASSED);
            return;
        }
        var news = waiting.news();
        var people = people(news, addressed);
        var echo = echoes.of(news, addressed.ticket());
        var told = held.told(news.line());
        var notices = Decision.again(waiting, told, addressed.rules(), people, echo, addressed.lately());
        if (notices.isEmpty()) held.drop(waiting.id(), WhyNot.PASSED);
        else held.remove(waiting.id());
        say(news, addressed, people, notices);
    }

    private People people(News news, Addressed addressed) {
        var all = gathering.around(addressed.ticket(), news.by(), addressed.rules());
        return news.occasion().isBesideItsText() ? all.writtenToNobody() : all;
    }

    private void say(News news, Addressed addressed, People people, List<Notice> notices) {
        if (notices.isEmpty()) return;
        var matter = new Matter(news.by(), addressed.ticket(), people, company.get(), news.loss(), addressed.said());
        for (var from = 0; from < notices.size(); from += AT_ONCE)
            write(news, notices.subList(from, Math.min(from + AT_ONCE, notices.size())), matter);
        ring(notices);
    }

    private void ring(List<Notice> notices) {
        var told = notices.stream()
                .filter(Notice::isTold)
                .map(Notice::person)
                .flatMap(person ->
                        person instanceof Person.OfTheDesk(var agent) ? Stream.of(agent.id()) : Stream.empty())
                .collect(toSet());
        if (!told.isEmpty()) publisher.publishEvent(new BellRang(told));
    }

    private void write(News news, List<Notice> notices, Matter matter) {
        var letters = notices.stream()
                .filter(notice -> notice.isTold() && !(notice.person() instanceof Person.Hook))
                .map(notice -> letter(news, notice, matter))
                .toList();
        var posted = outbox.post(letters, news.ticket().thread()).iterator();
        var delivered = deliveries.post(messages(news, notices, matter)).iterator();
        var lines = notices.stream()
                .map(notice -> {
                    if (!notice.isTold()) return new NotificationSql.Line(notice, null, null);
                    return notice.person() instanceof Person.Hook
                            ? new NotificationSql.Line(notice, null, delivered.next())
                            : new NotificationSql.Line(notice, posted.next(), null);
                })
                .toList();
        notifications.insert(news, lines, clock.instant());
    }

    private List<Message> messages(News news, List<Notice> notices, Matter matter) {
        return notices.stream()
                .filter(Notice::isTold)
                .flatMap(notice -> notice.person() instanceof Person.Hook hook
                        ? Stream.of(writing.message(hook, notice, news.occasion(), matter))
                        : Stream.empty())
                .toList();
    }

    private Letter letter(News news, Notice notice, Matter matter) {
        var letter = writing.letter(notice, matter);
        if (news.occasion().isOpening() && notice.rule().audience() == Audience.CUSTOMER_USER) {
            lines.mailed(
                    news.ticket(),
                    SystemLine.CREATED,
                    matter.company().name(),
                    letter.body().text().strip());
        }
        return letter;
    }
}
