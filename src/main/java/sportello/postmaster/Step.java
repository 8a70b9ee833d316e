package sportello.postmaster;

/** One question on the way of a mail. It only looks; what is to be done stands in the verdict. */
interface Step {

    Next take(Course course);

    /** Further down the pipeline, or the end. */
    sealed interface Next {
        record GoOn(Course course) implements Next {}

        record End(Course course, Verdict verdict) implements Next {}
    }

    static Next goOn(Course course) {
        return new Next.GoOn(course);
    }

    static Next end(Course course, Verdict verdict) {
        return new Next.End(course, verdict);
    }
}
