package sportello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.LAURA;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Language;
import sportello.ticket.HistoryId;

/** What the ticket page learns of who was told. */
@SportelloTest
@Transactional
class LedgerTest {
    private static final Instant SENT = Instant.parse("2026-11-23T08:41:12Z");

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Ledger ledger;

    @Autowired
    private MessageSource messages;

    @Test
    void it_holds_everything_about_a_ticket_in_the_order_of_events() {
        var library = Story.ofTheLibrary(beans);
        var locked = library.locked(LAURA);
        var released = library.released(LAURA);
        assertThat(ledger.of(library.id()).stream().map(LedgerLine::line).distinct())
                .containsExactly(library.opening(), locked, released);
    }

    @Test
    void it_names_the_text_that_people_were_told_of() {
        var library = Story.ofTheLibrary(beans);
        var firstArticle = db.sql("select id from article where ticket_id = :ticket and no = 1")
                .param("ticket", library.id().value())
                .query(Long.class)
                .single();
        assertThat(ledger.of(library.opening()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.article().value()).isEqualTo(firstArticle));
        assertThat(ledger.of(library.locked(LAURA)))
                .allSatisfy(line -> assertThat(line.article()).isNull());
    }

    @Test
    void a_letter_under_way_is_waiting() {
        var line = Story.ofTheLibrary(beans).opening();
        assertThat(ledger.of(line).getFirst().fate()).isEqualTo(new Fate.Waiting(0, ""));
    }

    @Test
    void the_server_s_words_stand_beside_a_delivered_letter() {
        var line = Story.ofTheLibrary(beans).opening();
        answer(line, "sent", "250 OK queued as 4F1");
        assertThat(ledger.of(line).getFirst().fate()).isEqualTo(new Fate.Delivered(SENT, "250 OK queued as 4F1"));
    }

    @Test
    void the_server_s_words_stand_beside_a_refused_letter() {
        var line = Story.ofTheLibrary(beans).opening();
        answer(line, "failed", "550 no such user");
        assertThat(ledger.of(line).getFirst().fate()).isEqualTo(new Fate.Undelivered(SENT, "550 no such user"));
    }

    @Test
    void names_stay_as_they_were() {
        var library = Story.ofTheLibrary(beans);
        db.sql(
                        "update agent set last_name = 'Verdi', email = 'carla.verdi@valleservizi.example' where login = 'carla.neri'")
                .update();
        assertThat(ledger.of(library.opening()))
                .extracting(LedgerLine::name)
                .contains("Carla Neri")
                .doesNotContain("Carla Verdi");
    }

    @Test
    void everything_it_says_has_a_label_in_both_languages() {
        var fates = List.of(new Fate.Waiting(0, ""), new Fate.Delivered(SENT, ""), new Fate.Undelivered(SENT, ""));
        for (var language : Language.values()) {
            for (var occasion : Occasion.values()) assertLabel(occasion.message(), language);
            for (var audience : Audience.values()) assertLabel(audience.message(), language);
            for (var why : WhyNot.values()) assertLabel(new Fate.NotTold(why).message(), language);
            for (var fate : fates) assertLabel(fate.message(), language);
        }
    }

    private void assertLabel(String key, Language language) {
        assertThat(messages.getMessage(key, null, null, language.locale()))
                .as(key)
                .isNotBlank();
    }

    private void answer(HistoryId line, String state, String words) {
        db.sql("""
                update letter
                   set state = :state, answer = :words, attempts = 1, tried_at = :at::timestamptz,
                       sent_at = :at::timestamptz
                 where id in (select letter_id from notification where history_id = :line)
                """)
                .param("state", state)
                .param("words", words)
                .param("at", SENT.toString())
                .param("line", line.value())
                .update();
    }
}
