package sportello.postmaster;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The questions that every mail is asked, in their order; the first that knows the end ends it. */
@Component
class Pipeline {
    private final List<Step> steps;

    Pipeline(
            IsOurs isOurs,
            IsReport isReport,
            BelongsToTicket belongsToTicket,
            Filters filters,
            TrustedHeaders trustedHeaders,
            IsUnwanted isUnwanted,
            GoesOn goesOn,
            WhoAsks whoAsks,
            WhichQueue whichQueue) {
        this.steps = List.of(
                isOurs, isReport, belongsToTicket, filters, trustedHeaders, isUnwanted, goesOn, whoAsks, whichQueue);
    }

    /** What the house makes of a mail, and why. */
    record Judgement(Verdict verdict, Course course) {}

    /** Looks only; nothing is changed. */
    @Transactional(readOnly = true)
    public List<Judgement> judge(List<Course> begun) {
        return begun.stream().map(this::judge).toList();
    }

    private Judgement judge(Course begun) {
        var course = begun;
        for (var step : steps) {
            switch (step.take(course)) {
                case Step.Next.GoOn(var further) -> course = further;
                case Step.Next.End(var last, var verdict) -> {
                    return new Judgement(verdict, last);
                }
            }
        }
        throw new IllegalStateException("the last step always knows the end");
    }
}
