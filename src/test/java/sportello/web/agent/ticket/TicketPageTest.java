package sportello.web.agent.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sportello.agent.AgentId;
import sportello.agent.GroupId;
import sportello.base.Language;
import sportello.base.Refusal;
import sportello.cast.LibraryStory;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.field.FieldId;
import sportello.field.FieldName;
import sportello.field.FilledField;
import sportello.field.Kind;
import sportello.field.Value;
import sportello.notification.Audience;
import sportello.notification.Fate;
import sportello.notification.LedgerLine;
import sportello.notification.Occasion;
import sportello.notification.WhyNot;
import sportello.queue.QueueId;
import sportello.reply.AnswerTemplate;
import sportello.reply.AnswerTemplateId;
import sportello.storage.Hash;
import sportello.ticket.ArticleId;
import sportello.ticket.ArticleRow;
import sportello.ticket.AskedClasses;
import sportello.ticket.AttachedFile;
import sportello.ticket.Bond;
import sportello.ticket.Channel;
import sportello.ticket.Choice;
import sportello.ticket.Classes;
import sportello.ticket.Draft;
import sportello.ticket.DraftKind;
import sportello.ticket.HistoryId;
import sportello.ticket.Kin;
import sportello.ticket.Limits;
import sportello.ticket.Priority;
import sportello.ticket.Proof;
import sportello.ticket.Sender;
import sportello.ticket.State;
import sportello.ticket.SystemLine;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFile.Asker;
import sportello.ticket.TicketFile.Person;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;
import sportello.ticket.Work;
import sportello.web.Folded;
import sportello.web.Pages;

class TicketPageTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:04:00Z");
    private static final Instant CREATED = NOW.minus(Duration.ofMinutes(22));
    private static final List<ArticleRow> ARTICLES = List.of(
            row(
                    4,
                    Sender.AGENT,
                    Channel.NOTE,
                    false,
                    "Laura Bassi",
                    "Chiesto al manutentore la nuova fascia oraria",
                    null,
                    0),
            row(3, Sender.SYSTEM, Channel.SYSTEM, false, "Sportello", "Blocco ticket", SystemLine.LOCKED, 0),
            row(2, Sender.SYSTEM, Channel.EMAIL, true, "Valle Servizi", "creato", SystemLine.CREATED, 0),
            row(1, Sender.CUSTOMER, Channel.PORTAL, true, "Giulia Moretti", LibraryStory.TITLE, null, 1));

    private static final List<LedgerLine> TOLD = List.of(
            told(Audience.RESPONSIBLE, "Carla Neri", new Fate.Delivered(CREATED.plusSeconds(60), "250 OK")),
            told(Audience.QUEUE_AGENTS, "Laura Bassi", new Fate.Delivered(CREATED.plusSeconds(90), "250 OK")),
            told(Audience.QUEUE_AGENTS, "Mario Ferri", new Fate.Waiting(1, "")),
            told(Audience.QUEUE_AGENTS, "Carla Neri", new Fate.NotTold(WhyNot.TOLD_ALREADY)),
            told(Audience.CUSTOMER_USER, "Giulia Moretti", new Fate.Undelivered(NOW, "550 no such user")),
            told(Audience.OWNER, "Anna Riva", new Fate.Held(NOW.plus(Duration.ofDays(2)))),
            told(Audience.QUEUE_AGENTS, "Piero Gatti", new Fate.NotTold(WhyNot.NO_PERMISSION)));

    @Test
    void the_page_has_the_five_zones_of_the_procedure() throws Exception {
        var html = render("ticket-light", Language.ITALIAN, "light", page(true, 3, null));
        render("ticket-dark", Language.ITALIAN, "dark", page(true, 3, null));

        assertThat(html)
                .contains("Ticket#2026112310000076 —</span> Variazione orario biblioteca")
                .containsSubsequence(
                        "Precedente",
                        "Rilascia",
                        "Priorità",
                        "Persone",
                        "Comunicazione",
                        "In attesa",
                        "Chiudi",
                        "Varie",
                        "- Sposta -")
                .containsSubsequence("Num.", "Mittente", "Via", "Oggetto", "Creato")
                .containsSubsequence("Laura Bassi", "Blocco ticket", "creato", "Giulia Moretti")
                .contains("Informazioni sul ticket", "Informazioni cliente", "Risposta [modello vuoto]");
    }

    @Test
    void the_articles_row_offers_what_can_be_done_with_it() throws Exception {
        var html = render("ticket-row", Language.ITALIAN, "light", page(true, 3, null));

        assertThat(html.substring(html.indexOf("article-bar")))
                .containsSubsequence("Selezione", "Stampa", "Risposta [modello vuoto]")
                .contains("/articles/1/mark", "aria-pressed=\"true\"", "/articles/1/print");
        assertThat(html).contains("importante");
    }

    @Test
    void the_time_spent_is_a_fact_of_the_ticket() throws Exception {
        assertThat(render("ticket-minutes", Language.ITALIAN, "light", page(true, 3, null)))
                .contains("Tempo impiegato</dt><dd>1 h 25 min");
    }

    @Test
    void no_action_lacks_a_command_and_no_key_means_two_things() throws Exception {
        var html = render("commands", Language.ITALIAN, "light", page(true, 0, null));
        var keys = new ArrayList<String>();
        for (var part : List.of("<div class=\"actions\"", "<div class=\"article-bar\"")) {
            var from = html.indexOf(part);
            var bar = html.substring(
                    from,
                    html.indexOf("<turbo-frame id=\"move\"", from) > from && part.contains("actions")
                            ? html.indexOf("<turbo-frame id=\"move\"", from)
                            : html.indexOf("<details class=\"drop article-menu\"", from));
            var actions = Pattern.compile("<(?:a|button|summary)\\b[^>]*>")
                    .matcher(bar)
                    .results()
                    .map(MatchResult::group)
                    .toList();
            assertThat(actions)
                    .hasSizeGreaterThan(3)
                    .allMatch(action -> action.contains("data-key=") || action.contains("data-command"));
            actions.stream()
                    .map(Pattern.compile("data-key=\"([^\"]+)\"")::matcher)
                    .filter(Matcher::find)
                    .map(key -> key.group(1))
                    .forEach(keys::add);
        }
        assertThat(keys).doesNotHaveDuplicates().contains("u", "p", "y", "w", "i", "d", "c", "v", "m", "f", "*");
    }

    @Test
    void an_internal_article_is_unmistakable() throws Exception {
        assertThat(render("ticket-internal", Language.ITALIAN, "light", page(true, 0, null)))
                .contains("Interno: il cliente non lo vede");
    }

    @Test
    void who_may_only_read_finds_no_actions() throws Exception {
        var html = render("ticket-reader", Language.ENGLISH, "system", page(false, 3, null));

        assertThat(html).contains("Back", "History").doesNotContain("/lock\"", "/closure/new", "/answers/new", "Move");
    }

    @Test
    void a_refusal_stands_above_the_ticket() throws Exception {
        var held = new Refusal("ticket.held", "Mario Ferri", NOW);

        assertThat(render("ticket-refused", Language.ITALIAN, "light", page(true, 3, held)))
                .contains("role=\"alert\"", "Il ticket è bloccato da Mario Ferri");
    }

    @Test
    void the_forms_keep_what_was_typed_and_say_what_is_wrong() throws Exception {
        var typed = Typed.blank(2, "Oggetto <b>", "Testo & altro");
        var refusal = new Refusal("ticket.changed");
        var pages = Map.of(
                "answer", new WritingPage(ticket(true), typed, Offer.NONE, refusal),
                "closure", new ClosurePage(ticket(true), typed, List.of(), Offer.NONE, refusal));
        for (var form : pages.keySet()) {
            var shell =
                    Pages.shell(Pages.laura(Language.ITALIAN, "light"), Language.ITALIAN, NOW, "/tickets/1/" + form);

            assertThat(Pages.render("form-" + form, "agent/ticket/" + form, shell, pages.get(form)))
                    .contains("value=\"Oggetto &lt;b>\"", "Testo &amp; altro", "Nel frattempo il ticket è cambiato");
        }
    }

    @Test
    void the_article_says_who_was_told_and_who_was_not() throws Exception {
        assertThat(render("ticket-told", Language.ITALIAN, "light", page(true, 3, null))
                        .replaceAll("\\s*<[^>]*>\\s*", " "))
                .contains(
                        "Avvisati:",
                        "Carla Neri (responsabile) consegnata 09:43",
                        "Mario Ferri (operatore della coda) in attesa di invio",
                        "Anna Riva (proprietario) in attesa dell’orario di lavoro: 25/11/2026")
                .contains(
                        "Giulia Moretti (utente cliente) non consegnata",
                        "Non avvisati: Piero Gatti (non vede la coda)")
                .doesNotContain("già avvisato");
    }

    @Test
    void the_tickets_that_belong_to_it_stand_beside_it() throws Exception {
        assertThat(render("ticket-kin", Language.ITALIAN, "light", page(true, 3, null)))
                .contains("Ticket collegati", "genitore", "Caldaia fredda")
                .contains("/tickets/2026112310000076/links/2026112310000084/removal")
                .contains("/tickets/2026112310000092/merge/undo")
                .doesNotContain("/links/2026112310000092/removal");
    }

    @Test
    void a_crowd_is_counted_and_not_called_by_name() {
        var lines = IntStream.range(0, 9)
                .mapToObj(i -> told(Audience.QUEUE_AGENTS, "Operatore " + i, new Fate.Delivered(NOW, "250 OK")))
                .toList();

        assertThat(Told.of(lines).groups()).singleElement().satisfies(group -> {
            assertThat(group.isCrowd()).isTrue();
            assertThat(group.names()).hasSize(9);
        });
    }

    @Test
    void the_history_tells_each_line_and_proves_itself() throws Exception {
        var lines = List.of(
                new HistoryPage.Line(2, NOW, "Laura Bassi", "Ticket bloccato.", HistoryKind.PEOPLE),
                new HistoryPage.Line(
                        1,
                        CREATED,
                        "Giulia Moretti",
                        "Ticket creato nella coda Energia::Impianti termici dalla regola «Impianti termici»; proprietario: nessuno, responsabile: Carla Neri.",
                        HistoryKind.STATE));
        var shell = Pages.shell(Pages.laura(Language.ITALIAN, "light"), Language.ITALIAN, NOW, "/tickets/1/history");

        assertThat(Pages.render(
                        "history",
                        "agent/ticket/history",
                        shell,
                        new HistoryPage(ticket(true), lines, null, TOLD, null, "")))
                .contains("Storico integro: 2 righe", "Ticket bloccato.", "250 OK", "550 no such user");
        assertThat(Pages.render(
                        "history-broken",
                        "agent/ticket/history",
                        shell,
                        new HistoryPage(ticket(true), lines, 2, List.of(), null, "")))
                .contains("alterato dalla riga 2");
    }

    @Test
    void the_history_can_be_looked_at_by_kind_and_by_person() {
        var lines = List.of(
                new HistoryPage.Line(3, NOW, "Laura Bassi", "bloccato", HistoryKind.PEOPLE),
                new HistoryPage.Line(2, NOW, "Mario Ferri", "nota", HistoryKind.COMMUNICATION),
                new HistoryPage.Line(1, NOW, "Laura Bassi", "nota", HistoryKind.COMMUNICATION));

        assertThat(history(lines, null, "").shown()).hasSize(3);
        assertThat(history(lines, HistoryKind.COMMUNICATION, "").shown())
                .extracting(HistoryPage.Line::no)
                .containsExactly(2, 1);
        assertThat(history(lines, HistoryKind.COMMUNICATION, "Laura Bassi").shown())
                .extracting(HistoryPage.Line::no)
                .containsExactly(1);
        assertThat(history(lines, null, "").people()).containsExactly("Laura Bassi", "Mario Ferri");
        assertThat(history(lines, HistoryKind.STATE, "").shown()).isEmpty();
    }

    private static HistoryPage history(List<HistoryPage.Line> lines, @Nullable HistoryKind kind, String who) {
        return new HistoryPage(ticket(true), lines, null, List.of(), kind, who);
    }

    private static LedgerLine told(Audience audience, String name, Fate fate) {
        return new LedgerLine(
                new HistoryId(1),
                new ArticleId(1),
                Occasion.OPENED_UNOWNED,
                audience,
                null,
                name,
                "x@valleservizi.example",
                null,
                CREATED,
                fate);
    }

    private static String render(String name, Language language, String theme, TicketPage page) throws Exception {
        return Pages.render(
                name,
                "agent/ticket/ticket",
                Pages.shell(Pages.laura(language, theme), language, NOW, "/tickets/2026112310000076"),
                page);
    }

    private static TicketPage page(boolean worker, int open, @Nullable Refusal refusal) {
        var work = EnumSet.allOf(Work.class);
        work.removeAll(Set.of(Work.LOCK, Work.REOPEN, Work.RESUME, Work.ASCERTAIN, Work.UNDO_MERGE));
        var template = new AnswerTemplate(new AnswerTemplateId(1), "Richiesta di chiarimenti", "", Set.of(), List.of());
        return new TicketPage(
                ticket(worker),
                worker ? work : Set.of(),
                worker,
                ARTICLES,
                new OpenArticle(
                        ARTICLES.get(open),
                        Folded.of(LibraryStory.TEXT + "\n\nVedi https://www.roccalba.example/biblioteca."),
                        false,
                        List.of(new AttachedFile(
                                1, "orari-biblioteca.pdf", "application/pdf", 84_321, Hash.of(new byte[32]))),
                        List.of(),
                        Proof.NONE,
                        List.of(),
                        List.of(),
                        Told.of(TOLD)),
                null,
                worker ? List.of(template) : List.of(),
                TOLD,
                List.of(
                        new Kin(new TicketNumber("2026112310000084"), "Caldaia fredda", State.OPEN, Bond.PARENT),
                        new Kin(new TicketNumber("2026112310000092"), "Doppione", State.MERGED, Bond.TOOK_IN)),
                List.of(new FilledField(
                        new FieldName(new FieldId(1), "Pod", "POD", "Meter"),
                        Kind.LINE,
                        new Value.Words("IT001E12345678"))),
                List.of(),
                List.of(),
                false,
                DutyForm.BLANK,
                refusal);
    }

    private static TicketFile ticket(boolean worker) {
        return new TicketFile(
                new TicketId(76),
                new TicketNumber("2026112310000076"),
                LibraryStory.TITLE,
                new QueueId(1),
                "Energia::Impianti termici",
                new GroupId(1),
                State.IN_PROGRESS,
                Priority.NORMAL,
                worker ? new Classes(new Choice(1, "Guasto"), new Choice(2, "Energia › Calore")) : Classes.NONE,
                new AskedClasses(true, true),
                worker,
                true,
                List.of(),
                new Person(new AgentId(1), "Laura Bassi"),
                new Person(new AgentId(2), "Carla Neri"),
                worker ? NOW.minus(Duration.ofMinutes(5)) : null,
                null,
                CREATED,
                NOW,
                null,
                null,
                null,
                null,
                null,
                false,
                worker ? List.of(new Draft(DraftKind.ANSWER, 1, Map.of(), NOW)) : List.of(),
                3,
                new Asker(
                        new CustomerId(1),
                        "Comune di Roccalba",
                        "ROCCALBA",
                        "Roccalba",
                        new CustomerUserId(1),
                        "Giulia Moretti",
                        "Giulia",
                        "biblioteca@roccalba.example",
                        "0364 000 112",
                        null,
                        3,
                        9,
                        false),
                85,
                Limits.NONE);
    }

    private static ArticleRow row(
            int no,
            Sender sender,
            Channel channel,
            boolean visible,
            String name,
            String subject,
            @Nullable SystemLine line,
            int files) {
        return new ArticleRow(
                new ArticleId(no),
                no,
                sender,
                channel,
                visible,
                name,
                subject,
                line,
                files,
                no == 1,
                null,
                null,
                false,
                false,
                false,
                CREATED.plusSeconds(60L * no));
    }
}
