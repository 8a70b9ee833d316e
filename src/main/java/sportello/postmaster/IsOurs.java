package sportello.postmaster;

import org.springframework.stereotype.Component;
import sportello.mail.MessageIds;

/** Whether the house wrote the mail itself: then its article is there already, and an answer would go round for ever. */
@Component
class IsOurs implements Step {
    private final MessageIds names;

    IsOurs(MessageIds names) {
        this.names = names;
    }

    @Override
    public Next take(Course course) {
        var name = course.mail().messageId();
        return name != null && names.threadOf(name).isPresent() && course.mail().report() == null
                ? Step.end(course.noting("ours", name), new Verdict.Ignore(Verdict.Ignore.Why.OURS))
                : Step.goOn(course);
    }
}
