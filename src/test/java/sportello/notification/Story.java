package sportello.notification;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.cast.Place;
import sportello.field.Reader;
import sportello.field.Screen;
import sportello.field.TypedFields;
import sportello.mail.Addressees;
import sportello.ticket.Answering;
import sportello.ticket.Call;
import sportello.ticket.Calling;
import sportello.ticket.ChangingOwner;
import sportello.ticket.ChangingResponsible;
import sportello.ticket.Closing;
import sportello.ticket.DueTickets;
import sportello.ticket.FollowingUp;
import sportello.ticket.HistoryId;
import sportello.ticket.Locking;
import sportello.ticket.Mail;
import sportello.ticket.Mailing;
import sportello.ticket.Merging;
import sportello.ticket.Message;
import sportello.ticket.Moving;
import sportello.ticket.Noting;
import sportello.ticket.Opening;
import sportello.ticket.PersonName;
import sportello.ticket.Postponing;
import sportello.ticket.Prioritising;
import sportello.ticket.Priority;
import sportello.ticket.Releasing;
import sportello.ticket.Reopening;
import sportello.ticket.Sequel;
import sportello.ticket.Spent;
import sportello.ticket.State;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Trace;
import sportello.ticket.Upload;
import sportello.ticket.Uploads;
import sportello.ticket.Watching;
import sportello.ticket.Word;

/** The cast at work on one ticket, through the use cases; each step answers with the history line that tells it. */
final class Story {
    private final BeanFactory beans;
    private final JdbcClient db;
    private final Cast cast;
    private final TicketNumber number;

    private Story(BeanFactory beans, JdbcClient db, Cast cast, TicketNumber number) {
        this.beans = beans;
        this.db = db;
        this.cast = cast;
        this.number = number;
    }

    /** Without an owner, and Carla is responsible. */
    static Story ofTheLibrary(BeanFactory beans) {
        return begun(beans, Caller.GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
    }

    /** Mario owns it, and Carla is responsible. */
    static Story ofTheStreetLamp(BeanFactory beans) {
        return begun(beans, Caller.PAOLO, "Lampione spento", "Il lampione di via Roma è spento da ieri.");
    }

    /** No rule recognises it. */
    static Story ofTheFair(BeanFactory beans) {
        return begun(beans, Caller.EMILY, "A question", "Who can tell us about the village fair?");
    }

    static Story begun(BeanFactory beans, Caller caller, String title, String text) {
        var db = beans.getBean(JdbcClient.class);
        var cast = Cast.onStage(db);
        var viewer = cast.as(caller);
        var number = done(beans.getBean(Opening.class)
                .byPortal(viewer, viewer.customer(), title(title), text(text), Uploads.NONE));
        return new Story(beans, db, cast, number);
    }

    Cast cast() {
        return cast;
    }

    TicketNumber number() {
        return number;
    }

    TicketId id() {
        return new TicketId(db.sql("select id from ticket where number = :number")
                .param("number", number.value())
                .query(Long.class)
                .single());
    }

    HistoryId opening() {
        return new HistoryId(db.sql("select id from ticket_history where ticket_id = :ticket and type = 'opened'")
                .param("ticket", id().value())
                .query(Long.class)
                .single());
    }

    HistoryId locked(Operator by) {
        return line(beans.getBean(Locking.class).lock(number, cast.as(by)));
    }

    HistoryId released(Operator by) {
        return line(beans.getBean(Releasing.class).release(number, cast.as(by)));
    }

    HistoryId givenTo(Operator owner, Operator by) {
        return line(beans.getBean(ChangingOwner.class).change(number, version(), cast.id(owner), cast.as(by)));
    }

    HistoryId answeredForBy(Operator responsible, Operator by) {
        return line(
                beans.getBean(ChangingResponsible.class).change(number, version(), cast.id(responsible), cast.as(by)));
    }

    HistoryId movedTo(Place place, Operator by) {
        return line(beans.getBean(Moving.class).move(number, version(), cast.id(place), cast.as(by)));
    }

    HistoryId noted(String text, boolean visible, Operator by) {
        return line(beans.getBean(Noting.class)
                .note(number, title("Nota"), text(text), visible, Uploads.NONE, cast.as(by)));
    }

    /** A note with what fields of the house's own say of it, by their keys. */
    HistoryId noted(String text, boolean visible, Map<String, String> fields, Operator by) {
        var asked = new TypedFields(Screen.NOTE, fields, new Reader(Language.ITALIAN, ZoneOffset.UTC));
        var word = new Word(title("Nota"), text(text), Uploads.NONE, Spent.NONE, asked);
        return line(
                beans.getBean(Noting.class).note(number, 0, word, visible, Set.of(), new Sequel.Stay(), cast.as(by)));
    }

    /** A note for certain agents. */
    HistoryId notedFor(String text, Operator by, Operator... to) {
        return line(beans.getBean(Noting.class)
                .note(
                        number,
                        0,
                        new Word(title("Nota"), text(text), Uploads.NONE, Spent.NONE),
                        false,
                        Stream.of(to).map(cast::id).collect(Collectors.toSet()),
                        new Sequel.Stay(),
                        cast.as(by)));
    }

    /** A word for the desk with which the ticket is put aside. */
    void notedAndWaiting(String text, Operator by) {
        var until = beans.getBean(Clock.class).instant().plusSeconds(3600);
        var word = new Word(title("Nota"), text(text), Uploads.NONE, Spent.NONE);
        var waiting = new Sequel.Wait(State.PENDING_REMINDER, until);
        line(beans.getBean(Noting.class).note(number, version(), word, false, Set.of(), waiting, cast.as(by)));
    }

    HistoryId answered(String text, Operator by, String... files) {
        return answeredTo(customersAddress(), "", text, by, files);
    }

    /** The answer that closes the ticket. */
    HistoryId answeredLast(String text, Operator by) {
        var people = done(Addressees.of(customersAddress(), "", ""));
        var mail = new Mail(people, title("Risposta"), text(text), Uploads.NONE);
        return line(beans.getBean(Answering.class)
                .answer(number, version(), 1, mail, new Sequel.Close(State.CLOSED_SUCCESSFUL), cast.as(by)));
    }

    HistoryId answeredTo(String to, String cc, String text, Operator by, String... files) {
        var mail = new Mail(done(Addressees.of(to, cc, "")), title("Risposta"), text(text), uploads(files));
        return line(beans.getBean(Answering.class).answer(number, version(), 1, mail, cast.as(by)));
    }

    HistoryId called(Call call, String other, Operator by) {
        return line(beans.getBean(Calling.class)
                .call(
                        number,
                        call,
                        done(PersonName.of(other)),
                        title("Telefonata"),
                        text("Sentito."),
                        Uploads.NONE,
                        cast.as(by)));
    }

    HistoryId mailed(String to, String cc, boolean visible, Operator by, String... files) {
        return line(beans.getBean(Mailing.class)
                .mail(
                        number,
                        version(),
                        new Mail(
                                done(Addressees.of(to, cc, "")),
                                title("Preventivo"),
                                text("Quanto costa la lampada?"),
                                uploads(files)),
                        visible,
                        cast.as(by)));
    }

    HistoryId followedUp(String text, Caller by) {
        return line(beans.getBean(FollowingUp.class).byPortal(number, text(text), Uploads.NONE, cast.as(by)));
    }

    HistoryId prioritised(Operator by) {
        return line(beans.getBean(Prioritising.class).prioritise(number, version(), Priority.VERY_HIGH, cast.as(by)));
    }

    HistoryId closed(boolean successful, String text, boolean visible, Operator by) {
        return line(beans.getBean(Closing.class)
                .close(
                        number,
                        version(),
                        successful ? State.CLOSED_SUCCESSFUL : State.CLOSED_UNSUCCESSFUL,
                        title("Chiusura"),
                        text(text),
                        visible,
                        cast.as(by)));
    }

    HistoryId reopened(String text, boolean visible, Operator by) {
        return line(beans.getBean(Reopening.class)
                .reopen(number, version(), title("Riapertura"), text(text), visible, cast.as(by)));
    }

    HistoryId watched(Operator by) {
        return line(beans.getBean(Watching.class).watch(number, cast.as(by)));
    }

    HistoryId postponed(State pending, @Nullable String note, Operator by) {
        var until = beans.getBean(Clock.class).instant().plusSeconds(3600);
        return line(beans.getBean(Postponing.class)
                .postpone(number, version(), pending, until, note == null ? null : text(note), cast.as(by)));
    }

    /** The day for which it waited has come; answers with the line that the house writes then. */
    HistoryId dayCame() {
        db.sql("update ticket set pending_until = now() - interval '1 minute' where number = :number")
                .param("number", number.value())
                .update();
        DueTickets.fallDue(beans);
        return new HistoryId(db.sql("select max(id) from ticket_history where ticket_id = :ticket")
                .param("ticket", id().value())
                .query(Long.class)
                .single());
    }

    /** Answers with the line on the ticket into which this one went. */
    HistoryId mergedInto(Story other, Operator by) {
        return line(beans.getBean(Merging.class).merge(number, version(), other.number(), cast.as(by)));
    }

    private String customersAddress() {
        return db.sql("""
                select u.email
                  from ticket t
                  join customer_user u on u.id = t.customer_user_id
                 where t.number = :number
                """).param("number", number.value()).query(String.class).single();
    }

    private int version() {
        return db.sql("select version from ticket where number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    private static HistoryId line(Outcome<Trace> outcome) {
        return Objects.requireNonNull(done(outcome).line(), "nothing happened");
    }

    private static Uploads uploads(String... names) {
        return new Uploads(Stream.of(names)
                .map(name ->
                        new Upload(name, "application/octet-stream", 1, () -> new ByteArrayInputStream(new byte[1])))
                .toList());
    }

    private static Title title(String text) {
        return done(Title.of(text));
    }

    private static Message text(String text) {
        return done(Message.of(text));
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var why) -> throw new AssertionError("refused: " + why);
        };
    }
}
