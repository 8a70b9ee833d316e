package sportello.web.admin;

import java.util.List;

/**
 * All areas, by what belongs together.
 *
 * @param quarantined how many mails wait for a person
 */
public record OverviewPage(List<Area.Chapter> chapters, long quarantined) {

    /** How much there is to be done in the area. */
    public long todo(Area area) {
        return area == Area.QUARANTINE ? quarantined : 0;
    }
}
