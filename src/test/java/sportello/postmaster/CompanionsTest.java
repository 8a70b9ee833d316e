package sportello.postmaster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import sportello.mailbox.Arrival;
import sportello.mailbox.ArrivalId;
import sportello.mailbox.MailboxId;
import sportello.storage.Hash;

/** Which mails are sorted at once, and which one after the other. */
class CompanionsTest {

    @Test
    void mails_without_a_common_name_are_apart() {
        assertThat(apart("a", "b", "c")).containsExactly("a", "b", "c");
    }

    @Test
    void an_answer_follows_what_it_answers() {
        assertThat(apart("a", "b", "ca", "d")).containsExactlyInAnyOrder("b", "a ca", "d");
    }

    @Test
    void a_mail_that_refers_to_two_brings_them_together_in_the_order_in_which_they_came() {
        assertThat(apart("a", "b", "xa", "y", "bx")).containsExactlyInAnyOrder("y", "a b xa bx");
    }

    @Test
    void what_was_not_begun_before_is_sorted_together() {
        assertThat(together(mail(1, 0, 10), mail(2, 0, 10), mail(3, 0, 10))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void what_was_begun_before_is_alone_and_draws_no_other_into_its_fate() {
        assertThat(together(mail(1, 1, 10), mail(2, 0, 10))).containsExactly(1L);
        assertThat(together(mail(1, 0, 10), mail(2, 2, 10), mail(3, 0, 10))).containsExactly(1L);
    }

    @Test
    void large_mails_are_not_held_together() {
        var large = 6L << 20;
        assertThat(together(mail(1, 0, large), mail(2, 0, large))).containsExactly(1L);
        assertThat(together(mail(1, 0, 9L << 20))).containsExactly(1L);
    }

    /** Each sign of a mail is one of its names. */
    private static Collection<String> apart(String... mails) {
        return Companions.apart(List.of(mails), CompanionsTest::names).stream()
                .map(one -> String.join(" ", one))
                .toList();
    }

    private static Set<String> names(String mail) {
        return mail.chars().mapToObj(Character::toString).collect(Collectors.toSet());
    }

    private static List<Long> together(Arrival... waiting) {
        return TakingUp.together(List.of(waiting)).stream()
                .map(one -> one.id().value())
                .toList();
    }

    private static Arrival mail(long id, int tries, long size) {
        return new Arrival(
                new ArrivalId(id),
                new MailboxId(1),
                false,
                List.of(),
                null,
                List.of(),
                Hash.of(new byte[32]),
                size,
                Instant.EPOCH,
                Arrival.State.WAITING,
                tries,
                "",
                "");
    }
}
