package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sportello.cast.Caller.EMILY;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Caller.PAOLO;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.NADIA;
import static sportello.cast.Operator.PIERO;
import static sportello.ticket.TicketLifeTest.done;
import static sportello.ticket.TicketLifeTest.refusal;
import static sportello.ticket.TicketLifeTest.text;
import static sportello.ticket.TicketLifeTest.title;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Operator;
import sportello.cast.Place;

/** Tickets that belong together: linked, split off one another, made one and made two again; and who watches, who asked. */
@SportelloTest
@Transactional
class KinTest {
    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Linking linking;

    @Autowired
    private Merging merging;

    @Autowired
    private Splitting splitting;

    @Autowired
    private Watching watching;

    @Autowired
    private ChangingCustomer changingCustomer;

    @Autowired
    private FollowingUp followingUp;

    @Autowired
    private Kindred kindred;

    @Autowired
    private TicketFiles tickets;

    @Autowired
    private Requests requests;

    @Autowired
    private History history;

    private Scene scene;
    private TicketNumber library;
    private TicketNumber again;

    @BeforeEach
    void the_same_is_asked_twice() {
        scene = Scene.on(beans);
        library = scene.library();
        again = scene.opened(PAOLO, "Orario della biblioteca", "Va cambiato l'orario dell'impianto.");
    }

    @Test
    void a_link_stands_on_both_tickets_each_from_its_own_side() {
        done(linking.link(library, again, Kinship.PARENT, scene.as(LAURA)));
        assertThat(kin(library, LAURA)).containsExactly(again + " PARENT");
        assertThat(kin(again, LAURA)).containsExactly(library + " CHILD");
        assertThat(scene.types(library)).endsWith("Linked");
        assertThat(scene.types(again)).endsWith("Linked");
    }

    @Test
    void two_tickets_are_linked_once_and_none_with_itself() {
        done(linking.link(library, again, Kinship.NORMAL, scene.as(LAURA)));
        assertThat(refusal(linking.link(again, library, Kinship.CHILD, scene.as(LAURA)))
                        .message())
                .isEqualTo("link.double");
        assertThat(refusal(linking.link(library, library, Kinship.NORMAL, scene.as(LAURA)))
                        .message())
                .isEqualTo("link.self");
    }

    @Test
    void a_link_is_taken_away_from_either_side() {
        done(linking.link(library, again, Kinship.NORMAL, scene.as(LAURA)));
        done(linking.unlink(again, library, scene.as(LAURA)));
        assertThat(kin(library, LAURA)).isEmpty();
        assertThat(scene.types(library)).endsWith("Unlinked");
        assertThat(done(linking.unlink(again, library, scene.as(LAURA))).line()).isNull();
    }

    @Test
    void what_one_may_not_see_can_be_neither_linked_nor_found_nor_seen() {
        var lamp = scene.lamp();
        assertThat(refusal(linking.link(library, lamp, Kinship.NORMAL, scene.as(LAURA)))
                        .message())
                .isEqualTo("link.missing");
        assertThatThrownBy(() -> linking.link(library, lamp, Kinship.NORMAL, scene.as(PIERO)))
                .isInstanceOf(TicketNotFound.class);
        done(linking.link(library, lamp, Kinship.NORMAL, scene.as(MARIO)));
        assertThat(kin(library, LAURA)).isEmpty();
        assertThat(kin(library, CARLA)).containsExactly(lamp + " NORMAL");
        assertThat(sought(library, "lampione", LAURA)).doesNotContain(lamp);
        assertThat(sought(library, "LAMPIONÈ", CARLA)).contains(lamp);
    }

    @Test
    void a_ticket_is_found_by_number_and_by_words_of_its_title() {
        assertThat(sought(library, again.value(), LAURA)).containsExactly(again);
        assertThat(sought(library, "della BIBLIO", LAURA)).contains(again).doesNotContain(library);
        assertThat(sought(library, "%", LAURA)).isEmpty();
        assertThat(sought(library, "%%%", LAURA)).isEmpty();
    }

    @Test
    void merged_articles_go_on_in_the_target_and_undoing_puts_each_back_in_its_place() {
        scene.locked(again, MARIO);
        var before = scene.articles(again);
        var targets = scene.articles(library);

        done(merging.merge(again, scene.version(again), library, scene.as(MARIO)));

        assertThat(scene.state(again)).isEqualTo(State.MERGED);
        assertThat(scene.row(again).locked()).isFalse();
        assertThat(scene.articles(library)).hasSize(targets.size() + before.size() + 1);
        assertThat(scene.articles(library).subList(0, targets.size())).isEqualTo(targets);
        assertThat(scene.articles(again)).singleElement().asString().endsWith(library.value());
        assertThat(kin(library, LAURA)).containsExactly(again + " TOOK_IN");
        assertThat(kin(again, LAURA)).containsExactly(library + " MERGED_INTO");
        assertThat(scene.types(again)).endsWith("StateChanged", "Merged");
        assertThat(scene.types(library)).endsWith("Merged");

        done(merging.undo(again, scene.as(LAURA)));

        assertThat(scene.state(again)).isEqualTo(State.IN_PROGRESS);
        assertThat(scene.row(again).locked()).isTrue();
        assertThat(scene.articles(again).subList(0, before.size())).isEqualTo(before);
        assertThat(scene.articles(library).subList(0, targets.size())).isEqualTo(targets);
        assertThat(scene.articles(library)).hasSize(targets.size() + 2);
        assertThat(kin(library, LAURA)).isEmpty();
        assertThat(scene.types(again)).endsWith("MergeUndone");
        assertThat(history.firstBroken(scene.id(again))).isEmpty();
        assertThat(history.firstBroken(scene.id(library))).isEmpty();
        assertThat(refusal(merging.undo(again, scene.as(LAURA))).message()).isEqualTo("ticket.not_merged");
    }

    @Test
    void who_writes_to_a_merged_request_is_heard_where_it_goes_on() {
        done(merging.merge(again, scene.version(again), library, scene.as(LAURA)));
        scene.locked(library, LAURA);
        var paolo = scene.cast().as(PAOLO);

        done(followingUp.byPortal(again, text("Anche il sabato."), Uploads.NONE, paolo));

        assertThat(scene.articles(library).getLast()).endsWith("Variazione orario biblioteca");
        assertThat(scene.types(library)).endsWith("FollowedUp");
        assertThat(scene.state(again)).isEqualTo(State.MERGED);
        assertThat(requests.end(requests.get(again, paolo), paolo)).contains(library);
    }

    @Test
    void merges_are_undone_from_the_last_one_back() {
        var third = scene.opened(GIULIA, "Caldaia fredda", "La caldaia è fredda.");
        done(merging.merge(again, scene.version(again), library, scene.as(LAURA)));
        var before = scene.articles(library);
        done(merging.merge(library, scene.version(library), third, scene.as(LAURA)));
        var giulia = scene.cast().as(GIULIA);
        assertThat(requests.end(requests.get(again, giulia), giulia)).contains(third);
        assertThat(refusal(merging.undo(again, scene.as(LAURA))).message()).isEqualTo("merge.further");

        done(merging.undo(library, scene.as(LAURA)));
        assertThat(scene.articles(library).subList(0, before.size())).isEqualTo(before);
        done(merging.undo(again, scene.as(LAURA)));
        assertThat(scene.state(again)).isEqualTo(State.NEW);
    }

    @Test
    void requests_of_two_customers_stay_two() {
        var emilys = scene.opened(EMILY, "Boiler", "L'impianto è rotto.");
        assertThat(refusal(merging.merge(emilys, scene.version(emilys), library, scene.as(LAURA)))
                        .message())
                .isEqualTo("merge.customer");
    }

    @Test
    void what_nobody_known_wrote_becomes_internal_on_its_way_to_a_customer_and_comes_back_as_it_was() {
        db.sql("update ticket set customer_id = null, customer_user_id = null where number = :number")
                .param("number", again.value())
                .update();
        var before = scene.articles(again);
        done(merging.merge(again, scene.version(again), library, scene.as(LAURA)));
        var giulia = scene.cast().as(GIULIA);
        assertThat(requests.get(library, giulia).articles())
                .noneMatch(article -> article.text().contains("Va cambiato"));
        done(merging.undo(again, scene.as(LAURA)));
        assertThat(scene.articles(again).subList(0, before.size())).isEqualTo(before);
    }

    @Test
    void nothing_is_merged_into_itself_into_what_is_over_or_where_one_may_not_work() {
        var version = scene.version(library);
        assertThat(refusal(merging.merge(library, version, library, scene.as(LAURA)))
                        .message())
                .isEqualTo("merge.self");
        scene.closed(again, true, LAURA);
        assertThat(refusal(merging.merge(library, version, again, scene.as(LAURA)))
                        .message())
                .isEqualTo("merge.over");
        var lamp = scene.lamp();
        assertThat(refusal(merging.merge(library, version, lamp, scene.as(LAURA)))
                        .message())
                .isEqualTo("merge.missing");
        var invoice = scene.opened(GIULIA, "Fattura doppia", "Due volte la stessa.");
        assertThat(refusal(merging.merge(library, version, invoice, scene.as(CARLA)))
                        .message())
                .as("Carla only reads there")
                .isEqualTo("merge.foreign");
    }

    @Test
    void a_split_keeps_author_date_and_files_and_both_tickets_know_of_each_other() {
        var plan = new Upload("orari.txt", "text/plain", 4, () -> new ByteArrayInputStream(new byte[] {1, 2, 3, 4}));
        var source = scene.opened(GIULIA, "Due cose", "L'impianto, e il lampione.", new Uploads(List.of(plan)));
        db.sql("update article set created_at = '2026-11-01T08:00:00Z' where ticket_id = :ticket and no = 1")
                .param("ticket", scene.id(source).value())
                .update();

        var fresh = done(
                splitting.split(source, 1, title("Il lampione"), scene.cast().id(Place.GUASTI), scene.as(MARIO)));

        var file = tickets.find(fresh, scene.as(MARIO)).orElseThrow();
        assertThat(file.title()).isEqualTo("Il lampione");
        assertThat(file.owner()).satisfies(owner -> assertThat(owner.name()).isEqualTo("Mario Ferri"));
        assertThat(file.responsible())
                .satisfies(person -> assertThat(person.name()).isEqualTo("Carla Neri"));
        assertThat(file.asker()).satisfies(asker -> assertThat(asker.user()).isEqualTo("Giulia Moretti"));
        var first = tickets.articlesOf(file).getLast();
        assertThat(first.senderName()).isEqualTo("Giulia Moretti");
        assertThat(first.channel()).isEqualTo(Channel.PORTAL);
        assertThat(first.createdAt()).isEqualTo("2026-11-01T08:00:00Z");
        assertThat(tickets.textOf(first).files())
                .singleElement()
                .satisfies(copy -> assertThat(copy.name()).isEqualTo("orari.txt"));
        assertThat(kin(source, MARIO)).containsExactly(fresh + " CHILD");
        assertThat(kin(fresh, MARIO)).containsExactly(source + " PARENT");
        assertThat(scene.types(source)).endsWith("Split");
        assertThat(scene.types(fresh)).containsExactly("Opened", "Linked");
    }

    @Test
    void only_what_a_person_wrote_is_split_and_only_into_a_queue_where_one_may_open_tickets() {
        scene.locked(library, LAURA);
        var energia = scene.cast().id(Place.IMPIANTI);
        var line = scene.articles(library).size();
        assertThat(refusal(splitting.split(library, line, title("x"), energia, scene.as(LAURA)))
                        .message())
                .isEqualTo("split.article");
        assertThat(refusal(splitting.split(library, 1, title("x"), scene.cast().id(Place.GUASTI), scene.as(LAURA)))
                        .message())
                .as("Laura may move there, not open")
                .isEqualTo("split.queue");
    }

    @Test
    void whoever_sees_a_ticket_may_watch_it_and_leave_it() {
        assertThat(done(watching.watch(library, scene.as(NADIA))).line()).isNotNull();
        assertThat(done(watching.watch(library, scene.as(NADIA))).line()).isNull();
        assertThat(tickets.find(library, scene.as(NADIA)).orElseThrow().watched())
                .isTrue();
        assertThat(tickets.find(library, scene.as(LAURA)).orElseThrow().watched())
                .isFalse();
        done(watching.leave(library, scene.as(NADIA)));
        assertThat(tickets.find(library, scene.as(NADIA)).orElseThrow().watched())
                .isFalse();
        assertThat(scene.types(library)).endsWith("Watched", "Unwatched");
        assertThatThrownBy(() -> watching.watch(library, scene.as(PIERO))).isInstanceOf(TicketNotFound.class);
    }

    @Test
    void another_customer_takes_over_and_the_former_one_sees_it_no_more() {
        done(changingCustomer.change(
                library, scene.version(library), scene.cast().id(EMILY), scene.as(LAURA)));
        assertThat(requests.get(library, scene.cast().as(EMILY))).isNotNull();
        assertThatThrownBy(() -> requests.get(library, scene.cast().as(GIULIA))).isInstanceOf(TicketNotFound.class);
        assertThat(scene.events(library).getLast())
                .isInstanceOfSatisfying(TicketEvent.CustomerChanged.class, changed -> {
                    assertThat(changed.fromUser()).isEqualTo(scene.cast().id(GIULIA));
                    assertThat(changed.toUser()).isEqualTo(scene.cast().id(EMILY));
                });
    }

    @Test
    void a_customer_user_who_has_left_gets_no_tickets() {
        db.sql("update customer_user set valid = false where login = 'emily.carter'")
                .update();
        assertThat(refusal(changingCustomer.change(
                                library, scene.version(library), scene.cast().id(EMILY), scene.as(LAURA)))
                        .message())
                .isEqualTo("customer.gone");
    }

    private List<String> kin(TicketNumber number, Operator viewer) {
        var file = tickets.find(number, scene.as(viewer)).orElseThrow();
        return kindred.of(file, scene.as(viewer)).stream()
                .map(other -> other.number() + " " + other.bond())
                .toList();
    }

    private List<TicketNumber> sought(TicketNumber besides, String text, Operator viewer) {
        var file = tickets.find(besides, scene.as(viewer)).orElseThrow();
        return kindred.sought(file, text, scene.as(viewer)).stream()
                .map(Kin::number)
                .toList();
    }
}
