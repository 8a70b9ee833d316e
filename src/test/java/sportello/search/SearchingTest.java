package sportello.search;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.NADIA;
import static sportello.cast.Operator.PIERO;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.Edge;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.cast.Place;
import sportello.field.FilledFields;
import sportello.ticket.Locking;
import sportello.ticket.Message;
import sportello.ticket.Noting;
import sportello.ticket.Opening;
import sportello.ticket.Order;
import sportello.ticket.Sort;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Upload;
import sportello.ticket.Uploads;
import tools.jackson.databind.json.JsonMapper;

/** What is found, and by whom, in a real database. */
@SportelloTest
@Transactional
class SearchingTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Noting noting;

    @Autowired
    private Locking locking;

    @Autowired
    private Searching searching;

    @Autowired
    private Exporting exporting;

    @Autowired
    private ExportSql lines;

    @Autowired
    private FilledFields fields;

    @Autowired
    private Suggestions suggestions;

    private Cast cast;

    @BeforeEach
    void the_cast_stands_before_an_empty_desk() {
        cast = Cast.alone(db);
    }

    @Test
    void accents_and_case_do_not_matter() {
        var ticket = open("Lampione", "Il lampione in centro CITTÀ è spento.");

        for (var typed : List.of("citta", "città", "CITTA", "Città"))
            assertThat(find(typed)).containsExactly(ticket);
    }

    @Test
    void a_word_finds_its_other_forms_in_italian_and_english() {
        var italian = open("Richiesta", "Quattro lampioni spenti in via Mazzini.");
        var english = open("Street lamps", "The lampioni are flickering and the batteries are dead.");

        assertThat(find("lampione Mazzini")).containsExactly(italian);
        assertThat(find("flickers battery")).containsExactly(english);
    }

    @Test
    void words_that_every_text_has_do_not_stand_in_the_way() {
        var ticket = open("Lampione", "Lampione rotto presso la piazza.");

        assertThat(find("il lampione della piazza")).containsExactly(ticket);
        assertThat(find("dell'piazza")).containsExactly(ticket);
    }

    @Test
    void a_phrase_is_found_word_for_word() {
        var ticket = open("Lampione", "Spento il lampione di via Roma, davanti alla scuola.");
        open("Lampione", "A Roma, sulla via, il lampione davanti al bar.");

        assertThat(find("\"via Roma\"")).containsExactly(ticket);
        assertThat(find("\"lampione di via roma\"")).containsExactly(ticket);
        assertThat(find("\"Roma davanti\"")).containsExactly(ticket);
    }

    @Test
    void a_beginning_is_enough_even_where_the_stem_is_shorter() {
        var ticket = open("Lampada", "L'illuminazione della lampada al sodio.");

        assertThat(find("lampad*")).containsExactly(ticket);
        assertThat(find("illuminazi*")).containsExactly(ticket);
        assertThat(find("zlampad*")).isEmpty();
    }

    @Test
    void what_is_excluded_stands_nowhere_in_the_ticket() {
        var lamp = open("Lampione rotto", "È caduto.");
        var light = open("Lampione e semaforo", "Sono caduti.");
        noted(lamp, "Sentita la ditta.");
        noted(light, "Sentita la ditta.");

        assertThat(find("ditta")).containsExactly(light, lamp);
        assertThat(find("ditta -semaforo")).containsExactly(lamp);
        assertThat(find("-semaforo")).containsExactly(lamp);
        assertThat(find("lampione -semaf* -\"non c'è\"")).containsExactly(lamp);
    }

    @Test
    void points_hyphens_and_tags_do_not_swallow_words() {
        var ticket = open("Lampione", "È rotto.Urgente <subito> vedi http://esempio.example/verbale_sopralluogo.html");

        for (var typed : List.of("urgente", "subito", "verbale", "sopralluogo", "esempio.example"))
            assertThat(find(typed)).as(typed).containsExactly(ticket);
    }

    @Test
    void names_of_attachments_are_found_like_words_and_as_they_are() {
        var giulia = cast.as(GIULIA);
        var file =
                new Upload("planimetria-scuola.pdf", "application/pdf", 4, () -> new ByteArrayInputStream(new byte[4]));
        var ticket = value(opening.byPortal(
                giulia,
                giulia.customer(),
                new Title("Lampione"),
                new Message("Lampada: vedi allegato."),
                new Uploads(List.of(file))));

        assertThat(find("planimetria")).containsExactly(ticket);
        assertThat(find("planimetria-scuola.pdf")).containsExactly(ticket);
        assertThat(find(Map.of("file", "SCUOLA.p"))).containsExactly(ticket);
        assertThat(find(Map.of("file", "scuola_p"))).isEmpty();
        assertThat(one("planimetria").text().text()).contains("planimetria-scuola.pdf");
    }

    @Test
    void a_new_title_is_found_at_once() {
        var ticket = open("Lampione intermittente", "Si accende e si spegne.");
        db.sql("update ticket set title = 'Lampione tremolante' where number = :number")
                .param("number", ticket.value())
                .update();

        assertThat(find("tremolante")).containsExactly(ticket);
    }

    @Test
    void an_enormous_text_is_no_reason_to_refuse_an_article() {
        var text = IntStream.range(0, 60_000)
                .mapToObj(i -> "parola" + Integer.toString(i, 36) + "è")
                .reduce(new StringBuilder(), (all, word) -> all.append(word).append(' '), StringBuilder::append);
        db.sql("update article set text_body = :text where ticket_id = :ticket and no = 1")
                .param("text", text.toString())
                .param("ticket", id(open("Lampione", "Breve.")))
                .update();

        assertThat(find("parola1e")).hasSize(1);
    }

    @Test
    void what_was_looked_for_is_marked_and_nothing_else() {
        open("Lampioni <b>spenti</b>", "Buongiorno, in via Roma quattro lampioni sono spenti da ieri.");

        var found = one("lampione spento");

        assertThat(found.title().pieces())
                .containsExactly(
                        new Snippet.Piece("Lampioni", true),
                        new Snippet.Piece(" <b>", false),
                        new Snippet.Piece("spenti", true),
                        new Snippet.Piece("</b>", false));
        assertThat(found.text().pieces())
                .contains(new Snippet.Piece("lampioni", true))
                .contains(new Snippet.Piece("spenti", true));
        assertThat(found.text().text()).contains("in via Roma quattro lampioni sono spenti da ieri");
    }

    @Test
    void whoever_may_not_see_a_ticket_neither_finds_nor_counts_nor_exports_nor_guesses_it() {
        var lamp = open("Lampione in piazza Garibaldi", "Spento.");

        for (var who : List.of(MARIO, CARLA, PIERO))
            assertThat(everything(who)).as("%s", who).containsOnly(lamp);
        for (var who : List.of(LAURA, NADIA, ANNA))
            assertThat(everything(who)).as("%s", who).isEmpty();
        assertThat(find("garibaldi", LAURA).count()).isZero();
        assertThat(find("garibaldi", MARIO).count()).isEqualTo(1);
    }

    @Test
    void who_may_only_read_finds_what_is_written_for_the_desk() {
        var heating = open("Caldaia", "L'impianto non parte.");
        noted(heating, "Il manutentore si chiama Bortolotti.");

        assertThat(numbers(find("bortolotti", NADIA))).containsExactly(heating);
    }

    @Test
    void attributes_narrow_a_search() {
        var lamp = open("Lampione", "Spento.");
        var heating = open("Caldaia", "L'impianto non parte.");
        value(locking.lock(heating, cast.as(MARIO)));
        var mario = "" + cast.id(MARIO).value();

        assertThat(find(Map.of("queue", "" + cast.id(Place.GUASTI).value()))).containsExactly(lamp);
        assertThat(find(Map.of("state", "in_progress"))).containsExactly(heating);
        assertThat(find(Map.of("state", "active"))).containsExactly(heating, lamp);
        assertThat(find(Map.of("state", "closed"))).isEmpty();
        assertThat(find(Map.of("priority", "NORMAL", "q", "lampione"))).containsExactly(lamp);
        assertThat(find(Map.of("priority", "VERY_HIGH"))).isEmpty();
        assertThat(find(Map.of("owner", "me"))).containsExactly(heating, lamp);
        assertThat(find(Map.of("owner", mario, "state", "new"))).containsExactly(lamp);
        assertThat(find(Map.of("owner", "nobody"))).isEmpty();
        assertThat(find(Map.of("responsible", "" + cast.id(CARLA).value()))).containsExactly(heating, lamp);
        assertThat(find(Map.of("customer", "roccalba", "q", "caldaia"))).containsExactly(heating);
        assertThat(find(Map.of("customer", "giulia moretti"))).containsExactly(heating, lamp);
        assertThat(find(Map.of("customer", "valdombra"))).isEmpty();
        assertThat(find(Map.of("number", lamp.value().substring(4)))).containsExactly(lamp);
    }

    @Test
    void days_begin_at_the_viewers_midnight() {
        var lamp = open("Lampione", "Spento.");
        db.sql("update ticket set created_at = '2026-03-01 23:30:00+00' where number = :number")
                .param("number", lamp.value())
                .update();

        assertThat(find(Map.of("createdFrom", "2026-03-02", "createdTo", "2026-03-02")))
                .containsExactly(lamp);
        assertThat(find(Map.of("createdTo", "2026-03-01"))).isEmpty();
        assertThat(find(Map.of("closedFrom", "2026-03-01"))).isEmpty();
    }

    @Test
    void what_was_removed_is_found_only_by_asking_for_it() {
        var lamp = open("Lampione", "Prova da buttare.");
        db.sql("update ticket set state_id = 10, state_type = 'removed' where number = :number")
                .param("number", lamp.value())
                .update();

        assertThat(find("buttare")).isEmpty();
        assertThat(find(Map.of("q", "buttare", "state", "removed"))).containsExactly(lamp);
    }

    @Test
    void pages_follow_each_other_without_gaps() {
        var all = IntStream.range(0, 30)
                .mapToObj(i -> open("Lampione " + i, "Rotto."))
                .toList()
                .reversed();
        var criteria = criteria(Map.of("q", "lampione"));

        var first = searching.find(criteria, Order.NEWEST_FIRST, Optional.empty(), cast.as(MARIO));
        var second = searching.find(criteria, Order.NEWEST_FIRST, first.next(), cast.as(MARIO));

        assertThat(first.count()).isEqualTo(30);
        assertThat(numbers(first)).isEqualTo(all.subList(0, 25));
        assertThat(numbers(second)).isEqualTo(all.subList(25, 30));
        assertThat(second.next()).isEmpty();
    }

    @Test
    void what_has_rare_words_stands_in_any_order_closed_or_not() {
        var c = open("Lampione c", "Zirconio.");
        var a = open("Lampione A", "Zirconio.");
        var b = open("lampione b", "Zirconio.");
        db.sql("""
                update ticket
                   set state_id = 7, state_type = 'closed', closed_at = now(), priority = 5
                 where number = :number
                """).param("number", a.value()).update();
        var criteria = criteria(Map.of("q", "zirconio"));
        assertThat(sorted(criteria, Sort.TITLE, true)).containsExactly(a, b, c);
        assertThat(sorted(criteria, Sort.TITLE, false)).containsExactly(c, b, a);
        assertThat(sorted(criteria, Sort.PRIORITY, false)).startsWith(a);
        assertThat(sorted(criteria, Sort.CREATED, true)).containsExactly(c, a, b);
    }

    @Test
    void in_each_order_pages_follow_each_other_without_gaps() {
        IntStream.range(0, 30).forEach(i -> open("Lampione " + i % 7, "Zirconio."));
        var criteria = criteria(Map.of("q", "zirconio"));
        for (var sort : Sort.values()) {
            var order = new Order(sort, sort.isByWords());
            var first = searching.find(criteria, order, Optional.empty(), cast.as(MARIO));
            var second = searching.find(criteria, order, first.next(), cast.as(MARIO));
            assertThat(Stream.concat(numbers(first).stream(), numbers(second).stream()))
                    .as(sort.key())
                    .hasSize(30)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void what_nobody_counted_before_stands_newest_first_and_says_so() {
        open("Lampione", "Rotto.");
        var found = searching.find(
                criteria(Map.of("state", "active")), new Order(Sort.TITLE, true), Optional.empty(), cast.as(MARIO));
        assertThat(found.sortable()).isFalse();
        assertThat(found.order()).isEqualTo(Order.NEWEST_FIRST);
    }

    private List<TicketNumber> sorted(Criteria criteria, Sort by, boolean ascending) {
        return numbers(searching.find(criteria, new Order(by, ascending), Optional.empty(), cast.as(MARIO)));
    }

    @Test
    void what_is_typed_suggests_tickets_queues_and_customers() {
        var lamp = open("Lampione in piazza Garibaldi", "Spento.");
        var tail = lamp.value().substring(lamp.value().length() - 5);
        db.sql("""
                with c as (insert into customer (code, name, city) values ('valgar', 'Comune di Valgaribalda', 'Valgaribalda')
                           returning id)
                update ticket set customer_id = c.id from c where number = :number
                """).param("number", lamp.value()).update();

        assertThat(keys("piazza garib", MARIO)).containsExactly(lamp.value());
        assertThat(keys("piazza lamp", MARIO)).contains(lamp.value());
        assertThat(keys(tail, MARIO)).contains(lamp.value());
        assertThat(keys("guasti", MARIO)).contains("" + cast.id(Place.GUASTI).value());
        assertThat(keys("VALGARIBA", MARIO)).containsExactly("Comune di Valgaribalda");
        assertThat(keys("valgariba", ANNA)).isEmpty();
        assertThat(keys("guasti", LAURA)).isEmpty();
        assertThat(keys("100%", MARIO)).isEmpty();
        assertThat(keys("' or 1=1 --", MARIO)).isEmpty();
    }

    private List<Object> everything(Operator who) {
        var viewer = cast.as(who);
        var criteria = criteria(Map.of("q", "garibaldi"));
        var found =
                new ArrayList<Object>(numbers(searching.find(criteria, Order.NEWEST_FIRST, Optional.empty(), viewer)));
        exporting.lines(exporting.select(criteria, viewer), Set.of(), viewer).forEach(line -> found.add(line.number()));
        suggestions.of("garibaldi", viewer).forEach(line -> found.add(new TicketNumber(line.key())));
        return found;
    }

    @Test
    void an_export_has_so_many_tickets() throws Exception {
        var most = 3;
        var few = new Exporting(searching, lines, fields, most);
        new Edge("tickets of a search", most).cuts(many -> {
            while (find("lampioni").size() < many) open("Lampione", "Lampioni spenti.");
            var selection = few.select(criteria(Map.of("q", "lampioni")), cast.as(MARIO));
            assertThat(selection.cut()).isEqualTo(many > most);
            return selection.tickets().size();
        });
        assertThat(exporting)
                .extracting("most")
                .isEqualTo(Edge.of("search/Exporting.MOST").limit());
    }

    @Test
    void of_what_is_being_typed_the_beginning_and_some_words_count() throws Exception {
        open("uno due tre quattro cinque sei sette otto", "Niente.");
        Edge.of("search/Suggestions.LONGEST")
                .isTheFirst(place ->
                        !keys("quattro" + " ".repeat(place - 7) + "zeta", MARIO).isEmpty());
        var words = List.of("uno", "due", "tre", "quattro", "cinque", "sei", "sette");
        var most = Edge.of("search/Suggestions.MOST_WORDS").limit();
        new Edge("place of a word", most)
                .isTheFirst(before -> !keys(String.join(" ", words.subList(0, before)) + " zeta", MARIO)
                        .isEmpty());
    }

    private List<String> keys(String typed, Operator who) {
        return suggestions.of(typed, cast.as(who)).stream().map(Suggestion::key).toList();
    }

    private List<TicketNumber> find(String text) {
        return numbers(find(text, MARIO));
    }

    private Findings find(String text, Operator who) {
        return searching.find(criteria(Map.of("q", text)), Order.NEWEST_FIRST, Optional.empty(), cast.as(who));
    }

    private List<TicketNumber> find(Map<String, String> fields) {
        return numbers(searching.find(criteria(fields), Order.NEWEST_FIRST, Optional.empty(), cast.as(MARIO)));
    }

    private Found one(String text) {
        return find(text, MARIO).rows().getFirst();
    }

    private static Criteria criteria(Map<String, String> fields) {
        var mapper = JsonMapper.shared();
        return value(mapper.convertValue(fields, SearchForm.class).read());
    }

    private static List<TicketNumber> numbers(Findings findings) {
        return findings.rows().stream().map(Found::number).toList();
    }

    private TicketNumber open(String title, String text) {
        var giulia = cast.as(GIULIA);
        return value(opening.byPortal(
                giulia, giulia.customer(), new Title(title), new Message("Lampada. " + text), Uploads.NONE));
    }

    private void noted(TicketNumber ticket, String text) {
        value(noting.note(ticket, new Title("Nota"), new Message(text), false, Uploads.NONE, cast.as(MARIO)));
    }

    private long id(TicketNumber number) {
        return db.sql("select id from ticket where number = :number")
                .param("number", number.value())
                .query(Long.class)
                .single();
    }

    private static <T> T value(Outcome<T> outcome) {
        return ((Outcome.Done<T>) outcome).value();
    }
}
