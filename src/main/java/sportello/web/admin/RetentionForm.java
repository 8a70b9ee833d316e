package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import sportello.privacy.RetentionRule;
import sportello.queue.QueueId;

/**
 * A rule of retention as somebody typed it.
 *
 * @param seen the version of the rule that is corrected, 0 for a new one
 */
public record RetentionForm(int seen, @Nullable QueueId queue, String months, boolean valid) {
    static final RetentionForm BLANK = new RetentionForm(0, null, "", true);

    static RetentionForm of(RetentionRule rule) {
        return new RetentionForm(rule.version(), rule.queue(), "" + rule.months(), rule.valid());
    }

    static RetentionForm read(Sent sent) {
        var queue = sent.whole("queue");
        return new RetentionForm(
                sent.number("version"),
                queue == null ? null : new QueueId(queue),
                sent.text("months"),
                sent.ticked("valid"));
    }

    /** 0 for what is no number. */
    int period() {
        return months.strip().matches("[0-9]{1,4}") ? Integer.parseInt(months.strip()) : 0;
    }
}
