package sportello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.LibraryStory;
import sportello.cast.Place;
import sportello.mail.Outbox;
import sportello.ticket.HistoryId;

/** What the letters say, word for word (S53, S54, S57). */
@SportelloTest
@Transactional
class LetterTextTest {
    private static final String GIULIA_AT = "biblioteca@roccalba.example";
    private static final String EMILY_AT = "turismo@valdombra.example";
    private static final String CARLA_AT = "carla.neri@valleservizi.example";
    private static final String ANNA_AT = "anna.riva@valleservizi.example";

    @Autowired
    private Outbox outbox;

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
    void the_library_s_request_is_announced_as_the_procedure_shows_it() {
        var library = Story.ofTheLibrary(beans);
        var letter = mailbox.to(CARLA_AT, library.opening());
        assertThat(letter.toName()).isEqualTo("Carla Neri");
        assertThat(letter.subject()).isEqualTo("[Ticket#%s] nuovo - Comune di Roccalba".formatted(library.number()));
        assertThat(letter.textBody()).isEqualTo("""
                Buongiorno Carla,

                il ticket [%s] è stato creato nella coda Energia::Impianti termici.

                Cliente: Comune di Roccalba
                Utente: Giulia Moretti
                Titolo: Variazione orario biblioteca
                Testo:

                %s

                Puoi accedere al ticket da qui:

                http://localhost:8080/index.pl?Action=AgentTicketZoom;TicketID=%d

                -- \n\
                Valle Servizi
                Via dei Mulini 12, 25040 Borgovalle
                info@valleservizi.example
                Tel. 800 000 112
                """.formatted(
                        library.number(), LibraryStory.TEXT, library.id().value()));
    }

    @Test
    void in_html_the_number_and_the_address_are_links_and_the_company_signs() {
        var library = Story.ofTheLibrary(beans);
        var link = "http://localhost:8080/index.pl?Action&#61;AgentTicketZoom;TicketID&#61;"
                + library.id().value();
        var html = mailbox.to(CARLA_AT, library.opening()).htmlBody();
        assertThat(html)
                .contains("<p>Buongiorno Carla,</p>")
                .contains("[<a href=\"" + link + "\"")
                .contains(">" + library.number() + "</a>] è stato creato nella coda")
                .contains("Martedì: 9:00 - 12:00 | 14:00 - 18:00<br")
                .contains(">" + link + "</a>")
                .contains("Via dei Mulini 12, 25040 Borgovalle");
    }

    @Test
    void the_customer_is_told_in_the_customer_s_words() {
        var library = Story.ofTheLibrary(beans);
        var letter = mailbox.to(GIULIA_AT, library.opening());
        assertThat(letter.subject()).isEqualTo("[Ticket#%s] nuovo - Comune di Roccalba".formatted(library.number()));
        assertThat(body(letter)).isEqualTo("""
                Buongiorno Giulia,

                la sua richiesta [%s] è stata registrata.

                Cliente: Comune di Roccalba
                Utente: Giulia Moretti
                Titolo: Variazione orario biblioteca
                Testo:

                %s

                Può seguire la richiesta da qui:

                http://localhost:8080/portal/requests/%s""".formatted(library.number(), LibraryStory.TEXT, library.number()));
    }

    @Test
    void the_customer_s_letter_is_the_second_article_of_the_ticket() {
        var library = Story.ofTheLibrary(beans);
        var letter = mailbox.to(GIULIA_AT, library.opening());
        assertThat(db.sql("""
                        select no, sender_name, channel, subject, visible, event, text_body
                          from article
                         where ticket_id = :ticket and no > 1
                        """)
                        .param("ticket", library.id().value())
                        .query(SecondArticle.class)
                        .list())
                .containsExactly(new SecondArticle(
                        2,
                        "Valle Servizi",
                        "email",
                        "creato",
                        true,
                        "created",
                        letter.textBody().strip()));
    }

    record SecondArticle(
            int no,
            String senderName,
            String channel,
            String subject,
            boolean visible,
            String event,
            String textBody) {}

    @Test
    void who_reads_english_is_written_to_in_english() {
        var fair = Story.ofTheFair(beans);
        var letter = mailbox.to(EMILY_AT, fair.opening());
        assertThat(letter.subject()).isEqualTo("[Ticket#%s] new - Comune di Valdombra".formatted(fair.number()));
        assertThat(body(letter)).isEqualTo("""
                Hello Emily,

                Your request [%s] has been registered.

                Customer: Comune di Valdombra
                User: Emily Carter
                Title: A question
                Text:

                Who can tell us about the village fair?

                You can follow the request here:

                http://localhost:8080/portal/requests/%s""".formatted(fair.number(), fair.number()));
    }

    @Test
    void each_reads_in_the_own_language_of_the_same_event() {
        var fair = Story.ofTheFair(beans);
        assertThat(body(mailbox.to(ANNA_AT, fair.opening()))).startsWith("""
                Buongiorno Anna,

                il ticket [%s] è stato creato nella coda Raw.

                Nessuna regola lo ha riconosciuto: va valutato e spostato nella coda giusta.

                Cliente: Comune di Valdombra""".formatted(fair.number()));
    }

    @Test
    void the_subject_follows_the_state() {
        var library = Story.ofTheLibrary(beans);
        assertThat(subjectOf(library.locked(LAURA))).contains("] in lavorazione - ");
        assertThat(subjectOf(library.released(LAURA))).contains("] aperto - ");
        library.locked(LAURA);
        assertThat(subjectOf(library.closed(true, "Fatto.", true, LAURA)))
                .isEqualTo("[Ticket#%s] chiuso con successo - Comune di Roccalba".formatted(library.number()));
    }

    @Test
    void the_customer_reads_who_is_working_on_the_request() {
        var library = Story.ofTheLibrary(beans);
        assertThat(body(mailbox.to(GIULIA_AT, library.locked(LAURA))))
                .isEqualTo("""
                Buongiorno Giulia,

                Laura Bassi sta seguendo la sua richiesta [%s]. Ora il suo stato è: in lavorazione.

                Cliente: Comune di Roccalba
                Utente: Giulia Moretti
                Titolo: Variazione orario biblioteca

                Può seguire la richiesta da qui:

                http://localhost:8080/portal/requests/%s""".formatted(library.number(), library.number()));
    }

    @Test
    void the_responsible_reads_what_a_release_asks_for() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        assertThat(body(mailbox.to(CARLA_AT, library.released(LAURA)))).startsWith("""
                Buongiorno Carla,

                Laura Bassi ha rilasciato il ticket [%s] della coda Energia::Impianti termici. Ora il suo stato è: aperto.

                Come responsabile devi assegnarlo a un altro operatore.
                """.formatted(library.number()));
    }

    @Test
    void the_responsible_of_an_unsuccessful_closing_must_ascertain_the_causes() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        var line = library.closed(false, "La centralina non lo consente.", false, LAURA);
        assertThat(body(mailbox.to(CARLA_AT, line)))
                .contains("senza successo.\n\nCome responsabile devi accertarne le cause.")
                .contains("La centralina non lo consente.");
    }

    @Test
    void what_is_published_reaches_the_customer_whole() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        var answer = "Buongiorno,\n\nquale fascia oraria preferite?\n\n- mattina\n- pomeriggio\n\nLaura Bassi";
        assertThat(body(mailbox.to(GIULIA_AT, library.noted(answer, true, LAURA))))
                .isEqualTo("""
                Buongiorno Giulia,

                Laura Bassi le ha scritto a proposito della sua richiesta [%s]. Può rispondere dalla pagina della richiesta.

                Cliente: Comune di Roccalba
                Utente: Giulia Moretti
                Titolo: Variazione orario biblioteca
                Testo:

                %s

                Può seguire la richiesta da qui:

                http://localhost:8080/portal/requests/%s""".formatted(library.number(), answer, library.number()));
    }

    @Test
    void an_answer_is_the_mail_itself() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        var mail = mailbox.mailed(GIULIA_AT, library.answered("Quale fascia oraria preferite?", LAURA));
        assertThat(body(mail)).isEqualTo("Quale fascia oraria preferite?");
        assertThat(mail.subject()).isEqualTo("[Ticket#%s] Risposta".formatted(library.number()));
        assertThat(mail.autoSubmitted()).isFalse();
    }

    @Test
    void a_letter_names_the_files_that_came_with_the_text() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        var line = library.answeredTo(
                "tecnico@roccalba.example", "", "Ecco il prospetto.", LAURA, "orari.pdf", "mappa.png");
        assertThat(body(mailbox.to(GIULIA_AT, line))).contains("""
                Ecco il prospetto.

                Allegati: orari.pdf, mappa.png

                Può seguire""");
    }

    @Test
    void a_closing_without_a_word_for_the_customer_leaves_no_gap() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        assertThat(body(mailbox.to(GIULIA_AT, library.closed(true, "Solo per noi.", false, LAURA))))
                .isEqualTo("""
                Buongiorno Giulia,

                la sua richiesta [%s] è stata chiusa con successo.

                Se qualcosa non va ancora, ci scriva dalla pagina della richiesta: la riapriremo.

                Cliente: Comune di Roccalba
                Utente: Giulia Moretti
                Titolo: Variazione orario biblioteca

                Può seguire la richiesta da qui:

                http://localhost:8080/portal/requests/%s""".formatted(library.number(), library.number()));
    }

    @Test
    void all_letters_about_a_ticket_hang_on_one_thread_and_say_that_a_machine_wrote_them() {
        var library = Story.ofTheLibrary(beans);
        var first = mailbox.to(CARLA_AT, library.opening());
        var second = mailbox.to(CARLA_AT, library.locked(LAURA));
        var root = outbox.thread(library.id().thread()).value();
        assertThat(first.inReplyTo()).isEqualTo(root);
        assertThat(first.referenceIds()).isEqualTo(root);
        assertThat(second.inReplyTo()).isEqualTo(root);
        assertThat(second.referenceIds()).isEqualTo(root);
        assertThat(second.messageId()).isNotEqualTo(first.messageId());
        assertThat(first.autoSubmitted()).isTrue();
    }

    @Test
    void a_moved_ticket_s_letter_names_only_the_people_it_has() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        var line = library.movedTo(Place.GUASTI, CARLA);
        assertThat(body(mailbox.to("mario.ferri@valleservizi.example", line)))
                .contains("""
                Carla Neri ha spostato il ticket [%s] nella coda Illuminazione::Guasti.

                Proprietario: Mario Ferri
                Responsabile: Carla Neri

                Cliente:""".formatted(library.number()));
    }

    private String subjectOf(HistoryId line) {
        return mailbox.to(GIULIA_AT, line).subject();
    }

    /** Without the company's name and addresses. */
    private static String body(Mailbox.Posted letter) {
        return letter.textBody().substring(0, letter.textBody().indexOf("\n\n-- \n"));
    }
}
