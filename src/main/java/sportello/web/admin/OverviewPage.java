package sportello.web.admin;

import java.util.List;

/** All areas, by what belongs together. */
public record OverviewPage(List<Area.Chapter> chapters) {}
