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
    private Faults() {}

    /** The database refuses to keep it, or nobody can follow it however deep it goes. */
    static boolean isTheMails(Throwable fault) {
        return fault instanceof DataIntegrityViolationException
                || fault instanceof StackOverflowError
                || fault instanceof DataAccessException refused && isTooMuch(refused);
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

    /** PostgreSQL's class 54: more than it can hold in one place, however often it is tried. */
    private static boolean isTooMuch(DataAccessException refused) {
        return refused.getMostSpecificCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && cause.getSQLState().startsWith("54");
    }
}
