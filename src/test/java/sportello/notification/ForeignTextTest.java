package sportello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.LAURA;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Caller;
import sportello.cast.LibraryStory;

/** What people write into a request stays text: it cannot become markup, a placeholder, or a line of a mail's head. */
@SportelloTest
@Transactional
class ForeignTextTest {
    private static final String GIULIA_AT = "biblioteca@roccalba.example";
    private static final String CARLA_AT = "carla.neri@valleservizi.example";

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    private Mailbox mailbox;

    @BeforeEach
    void the_post_is_there() {
        mailbox = new Mailbox(db);
    }

    @Test
    void markup_and_placeholders_in_a_request_stay_what_they_are() {
        var nasty = Story.begun(
                beans,
                Caller.GIULIA,
                "<script>alert(1)</script> {{recipient.name}}",
                "<img src=x onerror=alert(2)> {{ticket.link}} {{actor.name}} $1 \\n, l'impianto non va");
        var letter = mailbox.to(CARLA_AT, nasty.opening());
        assertThat(letter.textBody())
                .contains("Titolo: <script>alert(1)</script> {{recipient.name}}\n")
                .contains("<img src=x onerror=alert(2)> {{ticket.link}} {{actor.name}} $1 \\n, l'impianto non va\n");
        assertThat(letter.htmlBody())
                .doesNotContain("<script")
                .doesNotContain("<img")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("recipient.name}");
    }

    @Test
    void a_line_break_in_a_name_cannot_add_a_header() {
        var library = Story.ofTheLibrary(beans);
        db.sql("update customer set name = E'Comune\\r\\nBcc: spia@altrove.example' where code = 'ROCCALBA'")
                .update();
        assertThat(mailbox.to(GIULIA_AT, library.locked(LAURA)).subject())
                .isEqualTo("[Ticket#%s] in lavorazione - Comune Bcc: spia@altrove.example".formatted(library.number()));
    }

    @Test
    void a_line_break_in_a_title_cannot_add_a_line() {
        var library = Story.begun(beans, Caller.GIULIA, "Orari\r\nBcc: spia@altrove.example", LibraryStory.TEXT);
        assertThat(mailbox.to(CARLA_AT, library.opening()).textBody())
                .contains("Titolo: Orari Bcc: spia@altrove.example\nTesto:");
    }
}
