package sportello.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be had; says what is wrong and what the operator can do. */
public final class DatabaseFailure extends RuntimeException {

    private final String advice;

    DatabaseFailure(String problem, String advice) {
        this(problem, advice, null);
    }

    DatabaseFailure(String problem, String advice, @Nullable Throwable cause) {
        super(problem, cause);
        this.advice = advice;
    }

    /** What the operator can do. */
    public String advice() {
        return advice;
    }
}
