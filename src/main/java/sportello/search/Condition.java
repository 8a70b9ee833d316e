package sportello.search;

import java.time.LocalDate;
import sportello.queue.QueueId;
import sportello.ticket.ChoiceList;
import sportello.ticket.Priority;
import sportello.ticket.Stage;
import sportello.ticket.Status;

/** One thing that a search asks of a ticket. */
sealed interface Condition {

    /** In one of its articles, with title and names of files; what is excluded, in none of them. */
    record Says(SearchText text) implements Condition {}

    record NumberHas(String digits) implements Condition {}

    record In(QueueId queue) implements Condition {}

    record At(Stage stage) implements Condition {}

    record Is(Status state) implements Condition {}

    record Has(Priority priority) implements Condition {}

    /** @param choice its id; in a tree those below it count too */
    record Said(ChoiceList list, long choice) implements Condition {}

    /** @param key of a field of the house's own */
    record Fills(String key, String typed) implements Condition {}

    record Owner(Whom whom) implements Condition {}

    record Responsible(Whom whom) implements Condition {}

    /** The organisation or the person who asks, by name, code or address. */
    record Asker(String like) implements Condition {}

    record FileName(String like) implements Condition {}

    record CreatedFrom(LocalDate day) implements Condition {}

    record CreatedTo(LocalDate day) implements Condition {}

    record ClosedFrom(LocalDate day) implements Condition {}

    record ClosedTo(LocalDate day) implements Condition {}
}
