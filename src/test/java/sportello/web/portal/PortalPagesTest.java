package sportello.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.cast.LibraryStory;
import sportello.customer.Customer;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.identity.Viewer.CustomerViewer;
import sportello.ticket.Choice;
import sportello.ticket.InHand;
import sportello.ticket.Message;
import sportello.ticket.Request;
import sportello.ticket.RequestArticle;
import sportello.ticket.RequestCounts;
import sportello.ticket.RequestFile;
import sportello.ticket.RequestLine;
import sportello.ticket.RequestList;
import sportello.ticket.RequestPlace;
import sportello.ticket.RequestScope;
import sportello.ticket.RequestState;
import sportello.ticket.Sender;
import sportello.ticket.State;
import sportello.ticket.SystemLine;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.web.Pages;
import sportello.web.Shell;

/** The customers' pages as they are written, with little and with much in them, in both languages. */
class PortalPagesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:46:00Z");
    private static final String SCRIPT = "<script>alert('x')</script><img src=x onerror=alert(1)>";

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_first_page_shows_what_is_under_way_and_what_is_over(Language language) throws IOException {
        var page = render("few", language, "portal/requests", few());

        assertThat(page)
                .contains("lang=\"" + language.code() + "\"")
                .contains("href=\"/portal/requests/new\"")
                .contains("Laura Bassi")
                .contains("href=\"/portal/requests/2026111910000131#reply\"")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_long_list_goes_on_elsewhere(Language language) throws IOException {
        var page = render("many", language, "portal/requests", many());

        assertThat(page)
                .contains("href=\"/portal?scope=ours&amp;over=2026-11-03T09:00:00Z_2026110310000025\"")
                .contains("Comune di Valdombra");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_archive_is_a_page_of_its_own(Language language) throws IOException {
        var many = many();
        var archived = new RequestsPage(many.scope(), many.counts(), true, true, null, null, many.over());

        assertThat(render("list", language, "portal/requests", many))
                .contains("href=\"/portal?scope=ours&amp;stage=archived\"");
        assertThat(render("archive", language, "portal/requests", archived))
                .contains(
                        "href=\"/portal?scope=ours&amp;stage=archived&amp;archived=2026-11-03T09:00:00Z_2026110310000025\"")
                .contains("href=\"/portal?scope=ours\"")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void an_empty_page_says_what_to_do(Language language) throws IOException {
        var none = new RequestList(List.of(), null);
        var page = render(
                "empty",
                language,
                "portal/requests",
                new RequestsPage(RequestScope.MINE, new RequestCounts(0, 0), false, true, none, none, null));

        assertThat(page).contains(language == Language.ITALIAN ? "scelga «Nuova richiesta»" : "choose “New request”");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_new_request_is_a_plain_form_that_needs_no_script(Language language) throws IOException {
        var page = render(
                "new",
                language,
                "portal/new_request",
                new NewRequestPage(
                        UUID.randomUUID(),
                        customers(1),
                        new CustomerId(1),
                        List.of(),
                        null,
                        "",
                        "",
                        List.of(),
                        0,
                        Problems.NONE));

        assertThat(page)
                .contains("action=\"/portal/requests\"", "enctype=\"multipart/form-data\"", "name=\"form\"")
                .doesNotContain("<select", "style=", "onclick", "onchange");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void what_was_refused_is_said_at_its_field_and_what_was_typed_is_kept(Language language) throws IOException {
        var problems = Problems.NONE
                .and("title", Title.of("a".repeat(300)))
                .and("text", Message.of(" "))
                .and("files", Outcome.refused("files.large", "video «gita».mp4", 25));
        var page = render(
                "refused",
                language,
                "portal/new_request",
                new NewRequestPage(
                        UUID.randomUUID(),
                        customers(3),
                        new CustomerId(2),
                        List.of(),
                        null,
                        "a".repeat(300),
                        " ",
                        List.of(),
                        3,
                        problems));

        assertThat(page)
                .contains("id=\"title-problem\"", "id=\"text-problem\"", "id=\"files-problem\"", "id=\"files-lost\"")
                .contains("href=\"#title\"", "role=\"alert\"", "aria-invalid=\"true\"")
                .contains("value=\"" + "a".repeat(300) + "\"")
                .contains("<option value=\"2\" selected>Comune di Valdombra</option>");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_conversation_tells_ours_from_theirs_and_keeps_the_houses_lines_small(Language language)
            throws IOException {
        var page = render("request", language, "portal/request", conversation(RequestState.IN_HAND));

        assertThat(page)
                .contains("message-theirs", "message-ours", "house-line")
                .contains("href=\"/portal/requests/2026112310000076/attachments/7\"")
                .contains("action=\"/portal/requests/2026112310000076/replies\"");
        assertThat(page.indexOf("message-theirs")).isLessThan(page.indexOf("message-ours"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void that_a_reply_reopens_is_said_beforehand(Language language) throws IOException {
        var page = render("closed", language, "portal/request", conversation(RequestState.SOLVED));

        assertThat(page).contains("class=\"reopens\"");
        assertThat(render("open", language, "portal/request", conversation(RequestState.OPEN)))
                .doesNotContain("class=\"reopens\"");
    }

    @Test
    void what_went_elsewhere_takes_no_replies() throws IOException {
        assertThat(render("merged", Language.ITALIAN, "portal/request", conversation(RequestState.MERGED)))
                .doesNotContain("<textarea");
    }

    @Test
    void nothing_that_somebody_typed_becomes_markup() throws IOException {
        var line = line("2026112310000076", SCRIPT, RequestState.IN_HAND, new InHand(SCRIPT, NOW), SCRIPT, SCRIPT);
        var article = new RequestArticle(
                Sender.CUSTOMER, SCRIPT, NOW, SCRIPT, null, List.of(new RequestFile(1, SCRIPT, 3)), List.of());
        var own = new RequestArticle(Sender.SYSTEM, SCRIPT, NOW, SCRIPT, SystemLine.CREATED, List.of(), List.of());
        var problems = Problems.NONE.and("text", Outcome.refused("files.large", SCRIPT, 25));
        var list = new RequestList(List.of(line), null);

        var pages = render(
                        "typed",
                        Language.ITALIAN,
                        "portal/request",
                        new RequestPage(
                                new Request(line, List.of(article, own), SCRIPT, List.of(), true),
                                UUID.randomUUID(),
                                SCRIPT,
                                0,
                                problems))
                + render(
                        "typed-list",
                        Language.ITALIAN,
                        "portal/requests",
                        new RequestsPage(RequestScope.OURS, new RequestCounts(1, 1), true, true, list, list, null))
                + render(
                        "typed-form",
                        Language.ITALIAN,
                        "portal/new_request",
                        new NewRequestPage(
                                UUID.randomUUID(),
                                customers(2),
                                new CustomerId(1),
                                List.of(new Choice(7, SCRIPT)),
                                7L,
                                SCRIPT,
                                SCRIPT,
                                List.of(),
                                0,
                                problems));

        assertThat(pages).doesNotContain("<script>", "<img src=x").contains("&lt;script&gt;");
    }

    static RequestsPage few() {
        var open = List.of(
                new RequestLine(
                        new TicketNumber("2026112310000076"),
                        LibraryStory.TITLE,
                        RequestState.IN_HAND,
                        State.OPEN,
                        new InHand("Laura Bassi", NOW.minusSeconds(300)),
                        "Giulia Moretti",
                        "Comune di Roccalba",
                        NOW.minusSeconds(300),
                        NOW.minusSeconds(300),
                        null),
                new RequestLine(
                        new TicketNumber("2026111910000131"),
                        "Termosifone freddo in sala lettura",
                        RequestState.WAITING_FOR_YOU,
                        State.OPEN,
                        null,
                        "Giulia Moretti",
                        "Comune di Roccalba",
                        Instant.parse("2026-11-19T09:00:00Z"),
                        Instant.parse("2026-11-22T15:20:00Z"),
                        null));
        var closed = List.of(new RequestLine(
                new TicketNumber("2026111010000021"),
                "Sostituzione lampada ingresso",
                RequestState.SOLVED,
                State.OPEN,
                null,
                "Giulia Moretti",
                "Comune di Roccalba",
                Instant.parse("2026-11-10T09:00:00Z"),
                Instant.parse("2026-11-12T09:00:00Z"),
                Instant.parse("2026-11-12T09:00:00Z")));
        return new RequestsPage(
                RequestScope.MINE,
                new RequestCounts(2, 9),
                false,
                true,
                new RequestList(open, null),
                new RequestList(closed, null),
                null);
    }

    static RequestsPage many() {
        var states = RequestState.values();
        var open = new ArrayList<RequestLine>();
        for (var nth = 0; nth < 12; nth++) {
            open.add(line(
                    "20261120100%05d".formatted(nth),
                    nth % 3 == 0
                            ? "Illuminazione del campo sportivo comunale ".repeat(nth % 2 * 4 + 1)
                            : "Lampione spento",
                    states[nth % 6],
                    new InHand("Laura Bassi", NOW.minusSeconds(7200)),
                    nth % 2 == 0 ? "Giulia Moretti" : "Maria Vittoria Castelfranchi degli Uberti",
                    nth % 2 == 0 ? "Comune di Roccalba" : "Comune di Valdombra"));
        }
        var over = Collections.nCopies(13, few().over().lines().getFirst());
        var place = new RequestPlace(Instant.parse("2026-11-03T09:00:00Z"), new TicketNumber("2026110310000025"));
        return new RequestsPage(
                RequestScope.OURS,
                new RequestCounts(2, 112),
                true,
                true,
                new RequestList(open, place),
                new RequestList(over, place),
                null);
    }

    static RequestPage conversation(RequestState state) {
        var line = new RequestLine(
                new TicketNumber("2026112310000076"),
                LibraryStory.TITLE,
                state,
                State.OPEN,
                state == RequestState.IN_HAND ? new InHand("Laura Bassi", NOW.minusSeconds(300)) : null,
                "Giulia Moretti",
                "Comune di Roccalba",
                NOW.minusSeconds(90_000),
                NOW,
                state.isOver() ? NOW : null);
        var articles = List.of(
                new RequestArticle(
                        Sender.CUSTOMER,
                        "Giulia Moretti",
                        NOW.minusSeconds(90_000),
                        LibraryStory.TEXT,
                        null,
                        List.of(
                                new RequestFile(7, "nuovi orari 2026.pdf", 84_200),
                                new RequestFile(8, "pianta della sala lettura, primo piano.jpg", 1_240_000)),
                        List.of()),
                new RequestArticle(
                        Sender.SYSTEM,
                        "Valle Servizi",
                        NOW.minusSeconds(89_990),
                        "Buongiorno Giulia,\n\nabbiamo ricevuto la sua richiesta.",
                        SystemLine.CREATED,
                        List.of(),
                        List.of()),
                new RequestArticle(
                        Sender.AGENT,
                        "Laura Bassi",
                        NOW.minusSeconds(3_000),
                        "Buongiorno,\n\nil martedì l'impianto deve spegnersi anche fra le 12 e le 14? "
                                + "Le istruzioni sono su https://www.valleservizi.example/orari.",
                        null,
                        List.of(),
                        List.of()),
                new RequestArticle(
                        Sender.CUSTOMER,
                        "Giulia Moretti",
                        NOW.minusSeconds(600),
                        "Sì, grazie.",
                        null,
                        List.of(),
                        List.of()));
        return new RequestPage(
                new Request(line, articles, "", List.of(), true), UUID.randomUUID(), "", 0, Problems.NONE);
    }

    private static RequestLine line(
            String number, String title, RequestState state, InHand inHand, String by, String customer) {
        return new RequestLine(
                new TicketNumber(number),
                title,
                state,
                State.OPEN,
                state == RequestState.IN_HAND ? inHand : null,
                by,
                customer,
                NOW.minusSeconds(90_000),
                NOW.minusSeconds(3_600),
                null);
    }

    private static List<Customer> customers(int many) {
        var names = List.of("Comune di Roccalba", "Comune di Valdombra", "Unione dei Comuni");
        return IntStream.range(0, many)
                .mapToObj(nth -> new Customer(
                        new CustomerId(nth + 1), "C" + nth, names.get(nth), "", "", "", null, null, true, 0))
                .toList();
    }

    private static String render(String name, Language language, String template, Object page) throws IOException {
        return Pages.render("portal-" + name + "-" + language.code(), template, shell(language), page);
    }

    private static Shell shell(Language language) {
        var giulia = new CustomerViewer(
                new CustomerUserId(1),
                "Giulia",
                "Moretti",
                language,
                Pages.ROME,
                "system",
                new CustomerId(1),
                Set.of(new CustomerId(1)),
                true);
        return Pages.shell(giulia, language, NOW, "/portal");
    }
}
