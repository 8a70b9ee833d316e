package sportello.web.admin;

import java.util.Arrays;
import java.util.List;
import sportello.configuration.FirstStep;

/**
 * The way through the first steps, on the page of one of them.
 *
 * @param now the step whose page it is
 * @param open what is still to be done
 */
public record Guide(FirstStep now, List<FirstStep> open) {
    static final String START = "/admin/start";

    public Guide {
        open = List.copyOf(open);
    }

    /** Where the step is done, with the way shown. */
    public static String address(FirstStep step) {
        return switch (step) {
                    case COMPANY -> Area.COMPANY.address();
                    case RELAY -> Area.RELAY.address() + "/new";
                    case MAILBOXES -> Area.MAILBOXES.address() + "/new";
                    case QUEUES -> StarterController.ADDRESS;
                    case HOURS -> Area.HOURS.address() + "/new";
                }
                + "?guided=true";
    }

    /** To what is open after the step. */
    static String onwards(FirstStep step) {
        return START + "?after=" + step.key();
    }

    /** From here to what is open next. */
    public String next() {
        return onwards(now);
    }

    public List<FirstStep> all() {
        return Arrays.asList(FirstStep.values());
    }

    /** From 1. */
    public int number() {
        return now.ordinal() + 1;
    }

    public boolean isOpen(FirstStep step) {
        return open.contains(step);
    }
}
