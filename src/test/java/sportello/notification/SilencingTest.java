package sportello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.cast.Operator;
import sportello.ticket.HistoryId;

/** Agents choose what they are told; what they must hear they are told all the same, and nobody else's choice changes. */
@SportelloTest
@Transactional
class SilencingTest {
    @Autowired
    private BeanFactory beans;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Silencing silencing;

    @Autowired
    private KeepingOwnRules keeping;

    private Story library;

    @BeforeEach
    void lauras_ticket_for_which_carla_answers() {
        library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
    }

    @Test
    void who_silenced_notes_hears_of_none_and_the_ticket_says_why() {
        silence(LAURA, Chapter.NOTED);
        var before = inbox.unread(library.cast().as(LAURA));
        var line = noted();
        assertThat(told(line)).containsExactly("Carla Neri: responsible");
        assertThat(notTold(line)).containsExactly("Laura Bassi: owner, silenced");
        assertThat(inbox.unread(library.cast().as(LAURA))).isEqualTo(before);
        assertThat(told(library.followedUp("Novità?", GIULIA))).contains("Laura Bassi: owner");

        silence(LAURA);
        assertThat(told(noted())).contains("Laura Bassi: owner");
    }

    @Test
    void whoever_is_responsible_is_told_whatever_was_chosen() {
        silence(CARLA, Chapter.values());
        assertThat(told(noted())).containsExactly("Laura Bassi: owner", "Carla Neri: responsible");
    }

    @Test
    void nobody_can_miss_that_a_mail_failed() {
        assertThat(Arrays.stream(Occasion.values())
                        .filter(one -> Chapter.of(one).isPresent()))
                .doesNotContain(Occasion.UNDELIVERED)
                .hasSize(20);
    }

    @Test
    void a_rule_of_the_house_leaves_it_to_agents_where_it_says_so() {
        keep("Agenda", true);
        keep("Per tutti", false);
        var laura = library.cast().as(LAURA);
        var rules = silencing.of(laura).rules();
        assertThat(rules).extracting(Silences.OfRule::name).containsExactly("Agenda");
        var agenda = rules.getFirst().id();
        assertThat(silencing.want(everything(), Set.of(agenda), Set.of(), laura))
                .isEqualTo(Outcome.done(1));
        assertThat(silencing.of(laura).rules())
                .extracting(Silences.OfRule::silent)
                .containsExactly(true);
        assertThat(silencing.of(library.cast().as(CARLA)).rules())
                .extracting(Silences.OfRule::silent)
                .containsExactly(false);

        var line = noted();
        assertThat(notTold(line)).contains("Laura Bassi: owner, silenced");
        assertThat(told(line)).containsExactly("Carla Neri: responsible", "Laura Bassi: owner");
        assertThat(ledger.of(line))
                .filteredOn(entry -> entry.fate() instanceof Fate.Waiting)
                .extracting(LedgerLine::ownRule)
                .containsExactly("Agenda", "Per tutti");
    }

    @Test
    void a_rule_that_takes_the_choice_back_tells_everybody_again() {
        keep("Agenda", true);
        var laura = library.cast().as(LAURA);
        var kept = keeping.all().getLast();
        silencing.want(everything(), Set.of(kept.id()), Set.of(), laura);
        keeping.correct(kept.id(), kept.version(), rule("Agenda", false), true, Authority.HOUSE);
        var line = noted();
        assertThat(told(line)).containsExactly("Laura Bassi: owner", "Carla Neri: responsible");
        assertThat(ledger.of(line)).extracting(LedgerLine::ownRule).startsWith("Agenda", "Agenda");
        assertThat(silencing.of(laura).rules()).isEmpty();
    }

    @Test
    void what_is_not_left_to_the_agent_cannot_be_silenced_and_what_was_not_shown_stays() {
        keep("Agenda", true);
        keep("Per tutti", false);
        var laura = library.cast().as(LAURA);
        var agenda = keeping.all().get(keeping.all().size() - 2).id();
        var forAll = keeping.all().getLast().id();
        for (var foreign : List.of(forAll, 999_999_999L))
            assertThat(silencing.want(Set.of(), Set.of(foreign), Set.of(), laura))
                    .isEqualTo(Outcome.refused("silence.changed"));
        assertThat(silencing.of(laura).chapters()).isEmpty();

        silencing.want(everything(), Set.of(agenda), Set.of(), laura);
        silencing.want(everything(), Set.of(), Set.of(), laura);
        assertThat(silencing.of(laura).rules())
                .extracting(Silences.OfRule::silent)
                .containsExactly(true);
        silencing.want(everything(), Set.of(agenda), Set.of(agenda), laura);
        assertThat(silencing.of(laura).rules())
                .extracting(Silences.OfRule::silent)
                .containsExactly(false);
    }

    @Test
    void only_rules_that_can_tell_the_agent_something_are_offered() {
        var mario = library.cast().id(MARIO).value();
        var named = new Recipients(Set.of(), null, Set.of(), Set.of(), Set.of(mario), List.of());
        keeping.add(rule("Per Mario", named, true), true, Authority.HOUSE);
        var office = new Recipients(Set.of(Audience.RESPONSIBLE), null, Set.of(), Set.of(), Set.of(), List.of());
        keeping.add(rule("Per chi risponde", office, true), true, Authority.HOUSE);
        assertThat(silencing.of(library.cast().as(LAURA)).rules()).isEmpty();
        assertThat(silencing.of(library.cast().as(MARIO)).rules())
                .extracting(Silences.OfRule::name)
                .containsExactly("Per Mario");
    }

    private static Set<Chapter> everything() {
        return EnumSet.allOf(Chapter.class);
    }

    private void silence(Operator who, Chapter... chapters) {
        var wanted = EnumSet.allOf(Chapter.class);
        wanted.removeAll(List.of(chapters));
        var outcome = silencing.want(wanted, Set.of(), Set.of(), library.cast().as(who));
        assertThat(outcome).isEqualTo(Outcome.done(chapters.length));
    }

    private void keep(String name, boolean mayBeSilenced) {
        keeping.add(rule(name, mayBeSilenced), true, Authority.HOUSE);
    }

    private static OwnRule rule(String name, boolean mayBeSilenced) {
        var people = Set.of(Audience.OWNER, Audience.RESPONSIBLE);
        var recipients = new Recipients(people, null, Set.of(), Set.of(), Set.of(), List.of());
        return rule(name, recipients, mayBeSilenced);
    }

    private static OwnRule rule(String name, Recipients recipients, boolean mayBeSilenced) {
        return new OwnRule(
                name,
                Set.of(Occasion.NOTED),
                TicketFilter.ALL,
                ArticleFilter.ALL,
                recipients,
                new Options(false, false, false, false, mayBeSilenced, false),
                Map.of(Language.ITALIAN, new Wording("Avviso", "{{ticket.title}}")));
    }

    private HistoryId noted() {
        return library.noted("Sentita la biblioteca.", false, MARIO);
    }

    private List<String> told(HistoryId line) {
        return new Told(ledger).of(line);
    }

    private List<String> notTold(HistoryId line) {
        return new Told(ledger).notOf(line);
    }
}
