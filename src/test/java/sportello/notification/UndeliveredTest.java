package sportello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.LAURA;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.identity.Actor;
import sportello.mail.LetterFailed;
import sportello.mail.LetterId;
import sportello.ticket.HistoryId;

/** A mail of the desk that could not be delivered is told to whoever is in charge; a letter that tells of it, to nobody. */
@SportelloTest
@Transactional
class UndeliveredTest {
    private static final String DITTA = "ditta@neri.example";
    private static final String WORDS = "550 5.1.1 no such user";

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Telling telling;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void owner_and_responsible_hear_which_address_and_why() {
        var library = mailed();
        events.publishEvent(new LetterFailed(letterTo(DITTA), DITTA, WORDS));

        assertThat(types(library)).last().isEqualTo("undelivered");
        var told = new Told(ledger);
        assertThat(told.of(lastLine(library))).containsExactly("Laura Bassi: owner", "Carla Neri: responsible");
        assertThat(db.sql("""
                select l.text_body
                  from letter l
                  join notification n on n.letter_id = l.id
                 where n.history_id = :line
                """)
                        .param("line", lastLine(library).value())
                        .query(String.class)
                        .list())
                .allMatch(text -> text.contains("mail a " + DITTA))
                .allMatch(text -> text.contains(WORDS));
    }

    @Test
    void who_was_mailed_the_text_is_told_too_that_another_did_not_get_it() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        library.mailed(DITTA, "carla.neri@valleservizi.example", false, LAURA);
        events.publishEvent(new LetterFailed(letterTo(DITTA), DITTA, WORDS));
        assertThat(new Told(ledger).of(lastLine(library))).contains("Carla Neri: responsible");
    }

    @Test
    void a_notification_that_fails_stays_a_line_of_the_ledger() {
        var library = mailed();
        var before = types(library);
        var notice = db.sql(
                        "select letter_id from notification where ticket_id = :ticket and letter_id is not null limit 1")
                .param("ticket", library.id().value())
                .query(Long.class)
                .single();
        events.publishEvent(new LetterFailed(new LetterId(notice), "laura.bassi@valleservizi.example", WORDS));
        assertThat(types(library)).isEqualTo(before);
    }

    @Test
    void what_tells_of_a_failure_and_comes_back_itself_is_told_to_nobody() {
        var library = mailed();
        events.publishEvent(new LetterFailed(letterTo(DITTA), DITTA, WORDS));
        var notice = db.sql("""
                select l.message_id
                  from letter l
                  join notification n on n.letter_id = l.id
                 where n.history_id = :line
                 limit 1
                """)
                .param("line", lastLine(library).value())
                .query(String.class)
                .single();
        var line = library.prioritised(LAURA);
        telling.tell(new News(
                line,
                library.id(),
                Actor.SYSTEM,
                Occasion.NOTED,
                null,
                new Loss(notice, "qualcuno@altrove.example", "")));
        var told = new Told(ledger);
        assertThat(told.of(line)).isEmpty();
        assertThat(told.notOf(line)).containsExactly("Laura Bassi: owner, bounced", "Carla Neri: responsible, bounced");
    }

    /** Laura owns it, Carla is responsible, and a firm was asked. */
    private Story mailed() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        library.mailed(DITTA, "", false, LAURA);
        return library;
    }

    private LetterId letterTo(String address) {
        return new LetterId(db.sql("select max(id) from letter where to_address = :address")
                .param("address", address)
                .query(Long.class)
                .single());
    }

    private HistoryId lastLine(Story story) {
        return new HistoryId(db.sql("select max(id) from ticket_history where ticket_id = :ticket")
                .param("ticket", story.id().value())
                .query(Long.class)
                .single());
    }

    private List<String> types(Story story) {
        return db.sql("select type from ticket_history where ticket_id = :ticket order by no")
                .param("ticket", story.id().value())
                .query(String.class)
                .list();
    }
}
