package sportello.postmaster;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Whose fault it is that a mail could not be sorted. */
final class Faults {
    /** The part of the heap, one in so many, that is free as long as nobody asks for too much. */
    private static final int ENOUGH = 4;

    private Faults() {}

    /** The database refuses to keep it, nobody can follow it however deep it goes, or it alone wants all the memory. */
    static boolean isTheMails(Throwable fault) {
        return fault instanceof DataIntegrityViolationException
                || fault instanceof StackOverflowError
                || fault instanceof OutOfMemoryError && isMemoryThere()
                || fault instanceof DataAccessException refused && isTooMuch(refused);
    }

    /** Why a mail waits in quarantine whose fault it is. */
    static String reason(Throwable fault) {
        return fault instanceof VirtualMachineError ? "too_much" : "defied";
    }

    /** A database or a disk that is away or in a wrong state, or two that waited for each other. */
    static boolean isTheHouses(Throwable fault) {
        return switch (fault) {
            case TransientDataAccessException _,
                    RecoverableDataAccessException _,
                    NonTransientDataAccessResourceException _,
                    InvalidDataAccessResourceUsageException _,
                    TransactionException _,
                    UncheckedIOException _ -> true;
            default -> false;
        };
    }

    /** If there is plenty now that the mail has been let go, the house was short of none; asked for after such an error only. */
    private static boolean isMemoryThere() {
        var memory = Runtime.getRuntime();
        memory.gc();
        var taken = memory.totalMemory() - memory.freeMemory();
        return memory.maxMemory() - taken > memory.maxMemory() / ENOUGH;
    }

    /** PostgreSQL's class 54: more than it can hold in one place, however often it is tried. */
    private static boolean isTooMuch(DataAccessException refused) {
        return refused.getMostSpecificCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && cause.getSQLState().startsWith("54");
    }
}
