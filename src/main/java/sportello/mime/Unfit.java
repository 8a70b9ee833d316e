package sportello.mime;

/** The mail at hand cannot be read on: one of the reasons of {@link Reading.Unreadable}. */
final class Unfit extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    Unfit(String reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
