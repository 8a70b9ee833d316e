package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.configuration.Thing;
import sportello.configuration.Version;

/**
 * The configuration as it was.
 *
 * @param table what going back to it would do, null while nobody has asked
 * @param since what is not in it, and stays
 */
public record VersionPage(
        Version version,
        String text,
        @Nullable PlanTable table,
        List<Thing> since,
        @Nullable Refusal refusal) {

    public String address() {
        return Area.CONFIGURATION.address() + "/versions/" + version.id();
    }

    /** Of its document, with the day on which it was so. */
    static String fileName(Version version) {
        return "sportello-" + version.at().toString().substring(0, 10) + "-" + version.id() + ".yaml";
    }
}
