package sportello.web;

import java.util.List;

/**
 * What keeps people out, and with which browsers it works.
 *
 * @param obstacles by their names in the messages
 * @param browsers the same
 */
public record AccessibilityPage(List<String> obstacles, List<String> browsers) {
    static final AccessibilityPage TODAY =
            new AccessibilityPage(List.of("files", "pdf", "people"), List.of("full", "older", "ie"));
}
