package sportello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.PIERO;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Absences;
import sportello.agent.Agents;
import sportello.base.Outcome;
import sportello.cast.Operator;
import sportello.ticket.HistoryId;

/** Who is told instead of whoever is out of office. Laura owns the library's ticket, and Carla is responsible. */
@SportelloTest
@Transactional
class SubstitutesTest {
    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Absences absences;

    @Autowired
    private Agents agents;

    @Autowired
    private Silencing silencing;

    @Autowired
    private Clock clock;

    private Story library;

    @BeforeEach
    void laura_owns_the_librarys_ticket() {
        library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
    }

    @Test
    void the_substitute_is_told_and_the_absent_one_is_not() {
        away(LAURA, MARIO);
        var line = word();
        assertThat(told(line)).containsExactly("Mario Ferri: owner", "Carla Neri: responsible");
        assertThat(notTold(line)).containsExactly("Laura Bassi: owner, away");
        assertThat(ledger.of(line))
                .filteredOn(entry -> entry.name().equals("Mario Ferri"))
                .extracting(LedgerLine::insteadOf)
                .containsExactly("Laura Bassi");
    }

    @Test
    void the_letter_says_whom_the_substitute_stands_in_for() {
        away(LAURA, MARIO);
        var letter = new Mailbox(db).to("mario.ferri@valleservizi.example", word());
        assertThat(letter.textBody())
                .startsWith("Ricevi questa mail in sostituzione di Laura Bassi, che è assente.")
                .contains("Buongiorno Mario");
    }

    @Test
    void without_a_substitute_the_letter_waits_for_its_reader() {
        away(LAURA, null);
        assertThat(told(word())).containsExactly("Laura Bassi: owner", "Carla Neri: responsible");
    }

    @Test
    void a_substitute_who_may_not_see_the_queue_learns_nothing() {
        away(LAURA, PIERO);
        assertThat(told(word())).containsExactly("Laura Bassi: owner", "Carla Neri: responsible");
    }

    @Test
    void a_substitute_who_wants_nothing_of_it_leaves_it_to_the_absent() {
        away(LAURA, MARIO);
        var wanted = EnumSet.complementOf(EnumSet.of(Chapter.FOLLOWED_UP));
        silencing.want(wanted, Set.of(), Set.of(), library.cast().as(MARIO));
        assertThat(told(word())).containsExactly("Laura Bassi: owner", "Carla Neri: responsible");
    }

    @Test
    void a_substitute_who_has_left_stands_in_for_nobody() {
        away(LAURA, MARIO);
        db.sql("update agent set valid = false where login = 'mario.ferri'").update();
        assertThat(told(word())).containsExactly("Laura Bassi: owner", "Carla Neri: responsible");
    }

    @Test
    void nobody_stands_in_for_a_substitute_who_is_away_too() {
        away(LAURA, MARIO);
        away(MARIO, CARLA);
        assertThat(told(word())).containsExactly("Laura Bassi: owner", "Carla Neri: responsible");
    }

    @Test
    void a_substitute_whom_the_rules_address_anyway_is_told_once() {
        away(LAURA, CARLA);
        var line = word();
        assertThat(told(line)).containsExactly("Carla Neri: owner");
        assertThat(notTold(line))
                .containsExactlyInAnyOrder("Laura Bassi: owner, away", "Carla Neri: responsible, told_already");
    }

    @Test
    void a_substitute_who_was_told_before_is_not_told_again() {
        away(CARLA, LAURA);
        var line = word();
        assertThat(told(line)).containsExactly("Laura Bassi: owner");
        assertThat(notTold(line)).containsExactly("Carla Neri: responsible, away");
    }

    @Test
    void a_substitute_who_did_it_knows_of_it() {
        away(LAURA, CARLA);
        var line = library.noted("Sentita la biblioteca.", false, CARLA);
        assertThat(told(line)).isEmpty();
        assertThat(notTold(line))
                .containsExactlyInAnyOrder("Laura Bassi: owner, away", "Carla Neri: responsible, actor");
    }

    @Test
    void who_is_away_later_is_told_today() {
        var today =
                LocalDate.ofInstant(clock.instant(), library.cast().as(LAURA).zone());
        plan(LAURA, today.plusDays(1), today.plusDays(9), MARIO);
        assertThat(told(word())).containsExactly("Laura Bassi: owner", "Carla Neri: responsible");
    }

    @Test
    void the_last_day_belongs_to_the_absence() {
        var today =
                LocalDate.ofInstant(clock.instant(), library.cast().as(LAURA).zone());
        plan(LAURA, today.minusDays(3), today, MARIO);
        assertThat(told(word())).containsExactly("Mario Ferri: owner", "Carla Neri: responsible");
    }

    private HistoryId word() {
        return library.followedUp("Anche il sabato mattina.", GIULIA);
    }

    private void away(Operator who, @Nullable Operator substitute) {
        var today = LocalDate.ofInstant(clock.instant(), library.cast().as(who).zone());
        plan(who, today.minusDays(1), today.plusDays(7), substitute);
    }

    private void plan(Operator who, LocalDate first, LocalDate last, @Nullable Operator substitute) {
        var cast = library.cast();
        var agent = agents.find(cast.id(who)).orElseThrow();
        var outcome = absences.plan(agent, first, last, substitute == null ? null : cast.id(substitute), "");
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    private List<String> told(HistoryId line) {
        return new Told(ledger).of(line);
    }

    private List<String> notTold(HistoryId line) {
        return new Told(ledger).notOf(line);
    }
}
