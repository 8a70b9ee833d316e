package sportello.notification;

/** How far somebody is told; partly where it depends on more than the table shows. */
public enum Extent {
    YES,
    NO,
    PARTLY;

    static Extent of(boolean told) {
        return told ? YES : NO;
    }

    Extent and(Extent other) {
        return this == other ? this : PARTLY;
    }
}
