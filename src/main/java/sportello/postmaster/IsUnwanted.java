package sportello.postmaster;

import org.springframework.stereotype.Component;

/** Whether a filter or a trusted header wants the mail to become nothing. */
@Component
class IsUnwanted implements Step {

    @Override
    public Next take(Course course) {
        return course.wishes().ignored()
                ? Step.end(course, new Verdict.Ignore(Verdict.Ignore.Why.UNWANTED))
                : Step.goOn(course);
    }
}
