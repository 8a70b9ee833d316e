package sportello.web.admin;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sportello.configuration.FirstStep;
import sportello.web.Words;

/**
 * All areas, by what belongs together, or those that somebody looks for.
 *
 * @param q what is looked for; empty for all
 * @param quarantined how many mails wait for a person
 * @param steps what a new desk still lacks
 */
public record OverviewPage(String q, List<Part> parts, long quarantined, List<FirstStep> steps) {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");

    public OverviewPage {
        parts = List.copyOf(parts);
        steps = List.copyOf(steps);
    }

    /** A chapter with those of its areas that are shown. */
    public record Part(Area.Chapter chapter, List<Area> areas) {
        public Part {
            areas = List.copyOf(areas);
        }
    }

    static OverviewPage of(String q, Words words, long quarantined, List<FirstStep> steps) {
        var sought = plain(q).strip().split("\\s+");
        var parts = Arrays.stream(Area.Chapter.values())
                .map(chapter -> new Part(
                        chapter,
                        chapter.areas().stream()
                                .filter(area -> Stream.of(sought).allMatch(said(area, words)::contains))
                                .toList()))
                .filter(part -> !part.areas().isEmpty())
                .toList();
        return new OverviewPage(q, parts, quarantined, steps);
    }

    /** How much there is to be done in the area. */
    public long todo(Area area) {
        return area == Area.QUARANTINE ? quarantined : 0;
    }

    private static String said(Area area, Words words) {
        return plain(words.t("admin.area." + area.key()) + " " + words.t("admin.about." + area.key()));
    }

    /** Neither case nor accents matter. */
    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
