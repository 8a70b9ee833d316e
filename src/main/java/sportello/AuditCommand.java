package sportello;

import java.io.PrintStream;
import java.util.List;
import org.springframework.core.NestedExceptionUtils;
import sportello.audit.Book;

/**
 * {@code sportello audit verify}: proves that nobody has gone around the book of what administrators changed, and says how
 * it ends, so that somebody can keep that elsewhere.
 */
final class AuditCommand {
    static final String COMMAND = "audit";

    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    /** EX_USAGE and EX_UNAVAILABLE of sysexits.h. */
    private static final int MISUSED = 64;

    private static final int AWAY = 69;

    private AuditCommand() {}

    /** @param words what stands behind the command */
    static int run(List<String> words, PrintStream out, PrintStream complaints, String... settings) {
        if (!words.equals(List.of("verify"))) {
            complaints.println("Usage: sportello audit verify");
            return MISUSED;
        }
        try (var visit = Guest.atHome(Visit.class, settings)) {
            return verify(visit.getBean(Book.class), out, complaints);
        } catch (RuntimeException e) {
            complaints.println("The book cannot be read: "
                    + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return AWAY;
        }
    }

    private static int verify(Book book, PrintStream out, PrintStream complaints) {
        var broken = book.firstBroken();
        if (broken.isPresent()) {
            complaints.println("The book is broken: line " + broken.get() + " is not what was written.");
            return BROKEN;
        }
        out.println(book.end()
                .map(end -> "The book is whole: %d lines. The last has the hash %s; keep it elsewhere."
                        .formatted(end.no(), end.hash()))
                .orElse("The book is whole: nothing is written in it yet."));
        return WHOLE;
    }

    /** As little of the house as reading the book takes. */
    @Guest.Rooms({"sportello.settings", "sportello.audit", "sportello.database"})
    static class Visit {}
}
