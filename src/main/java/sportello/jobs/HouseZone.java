package sportello.jobs;

import java.time.ZoneId;

/** Where it is night when the house sleeps; somebody above knows. */
public interface HouseZone {

    /** As administrators keep it now. */
    ZoneId zone();
}
