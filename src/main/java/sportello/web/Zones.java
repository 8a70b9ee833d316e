package sportello.web;

import java.time.ZoneId;
import java.util.List;

/** The time zones among which people choose. */
public final class Zones {
    private static final List<String> REGIONS = List.of(
            "Africa/",
            "America/",
            "Antarctica/",
            "Arctic/",
            "Asia/",
            "Atlantic/",
            "Australia/",
            "Europe/",
            "Indian/",
            "Pacific/");

    private Zones() {}

    /** Those that are named after a place, by name. */
    public static List<String> ofPlaces() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> REGIONS.stream().anyMatch(zone::startsWith))
                .sorted()
                .toList();
    }
}
