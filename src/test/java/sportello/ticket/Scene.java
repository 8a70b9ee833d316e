package sportello.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.agent.AgentId;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.identity.Viewer.AgentViewer;

/** The cast at the counter: tickets as rows, and the steps that every test of their later life begins with. */
final class Scene {
    private final BeanFactory beans;
    private final JdbcClient db;
    private final Cast cast;

    private Scene(BeanFactory beans) {
        this.beans = beans;
        db = beans.getBean(JdbcClient.class);
        cast = Cast.onStage(db);
    }

    static Scene on(BeanFactory beans) {
        return new Scene(beans);
    }

    Cast cast() {
        return cast;
    }

    AgentViewer as(Operator who) {
        return cast.as(who);
    }

    /** Giulia's, in a queue of "energia": nobody's yet, Carla is responsible. */
    TicketNumber library() {
        return opened(Caller.GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
    }

    /** Paolo's, in a queue of "guasti": Mario's, Carla is responsible. */
    TicketNumber lamp() {
        return opened(Caller.PAOLO, "Lampione spento", "Il lampione di via Roma è spento.");
    }

    TicketNumber opened(Caller caller, String title, String text) {
        return opened(caller, title, text, Uploads.NONE);
    }

    TicketNumber opened(Caller caller, String title, String text, Uploads uploads) {
        var viewer = cast.as(caller);
        return TicketLifeTest.done(beans.getBean(Opening.class)
                .byPortal(viewer, viewer.customer(), TicketLifeTest.title(title), TicketLifeTest.text(text), uploads));
    }

    void locked(TicketNumber number, Operator by) {
        TicketLifeTest.done(beans.getBean(Locking.class).lock(number, as(by)));
    }

    void closed(TicketNumber number, boolean successful, Operator by) {
        TicketLifeTest.done(beans.getBean(Closing.class)
                .close(
                        number,
                        version(number),
                        successful ? State.CLOSED_SUCCESSFUL : State.CLOSED_UNSUCCESSFUL,
                        TicketLifeTest.title("Chiusura"),
                        TicketLifeTest.text("Basta così."),
                        true,
                        as(by)));
    }

    void waiting(TicketNumber number, Status pending, Instant until, Operator by) {
        TicketLifeTest.done(
                beans.getBean(Postponing.class).postpone(number, version(number), pending, until, null, as(by)));
    }

    /** As if so much time had gone by since it was put aside. */
    void dayCame(TicketNumber number) {
        db.sql("update ticket set pending_until = now() - interval '1 minute' where number = :number")
                .param("number", number.value())
                .update();
    }

    void fallDue() {
        DueTickets.fallDue(beans);
    }

    int version(TicketNumber number) {
        return row(number).version();
    }

    TicketId id(TicketNumber number) {
        return new TicketId(row(number).id());
    }

    Status state(TicketNumber number) {
        return Status.of(row(number).state(), row(number).own());
    }

    AgentId owner(TicketNumber number) {
        return new AgentId(row(number).owner());
    }

    /** The kinds of its history lines. */
    List<String> types(TicketNumber number) {
        return events(number).stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    List<TicketEvent> events(TicketNumber number) {
        return beans.getBean(History.class).of(id(number)).stream()
                .map(HistoryLine::event)
                .toList();
    }

    /** Number, visibility and subject of its articles, the first one first. */
    List<String> articles(TicketNumber number) {
        return db.sql("""
                select no || case when visible then ' ' else ' interno ' end || subject
                  from article
                 where ticket_id = :ticket
                 order by no
                """)
                .param("ticket", id(number).value())
                .query(String.class)
                .list();
    }

    Row row(TicketNumber number) {
        return db.sql("""
                select id, state_id as state, own_state_id as own, coalesce(owner_id, 0) as owner, locked_at is not null as locked,
                       pending_until is not null as waits, ascertained_at is not null as ascertained, version
                  from ticket
                 where number = :number
                """).param("number", number.value()).query(Row.class).single();
    }

    record Row(
            long id,
            int state,
            @Nullable Integer own,
            long owner,
            boolean locked,
            boolean waits,
            boolean ascertained,
            int version) {}
}
