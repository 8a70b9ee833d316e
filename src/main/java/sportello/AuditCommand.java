package sportello;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.springframework.core.NestedExceptionUtils;
import sportello.audit.AccessLog;
import sportello.audit.Book;

/**
 * {@code sportello audit verify}: proves that nobody has gone around the book of what administrators changed, nor around the
 * log of access, and says how they end, so that somebody can keep that elsewhere.
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
            var book = visit.getBean(Book.class);
            var log = visit.getBean(AccessLog.class);
            var said = verify("The book", book.firstBroken(), book.end(), out, complaints);
            return Math.max(said, verify("The access log", log.firstBroken(), log.end(), out, complaints));
        } catch (RuntimeException e) {
            complaints.println("The book cannot be read: "
                    + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return AWAY;
        }
    }

    private static int verify(
            String what, Optional<Long> broken, Optional<Book.End> last, PrintStream out, PrintStream complaints) {
        if (broken.isPresent()) {
            complaints.println(what + " is broken: line " + broken.get() + " is not what was written.");
            return BROKEN;
        }
        out.println(last.map(end -> "%s is whole: %d lines. The last has the hash %s; keep it elsewhere."
                        .formatted(what, end.no(), end.hash()))
                .orElse(what + " is whole: nothing is written in it yet."));
        return WHOLE;
    }

    /** As little of the house as reading the book takes. */
    @Guest.Rooms({"sportello.settings", "sportello.audit", "sportello.database"})
    static class Visit {}
}
