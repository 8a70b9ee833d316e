package sportello.demo.story;

import java.util.Map;

/** Italian nouns with their article, after a preposition: di + la scuola = della scuola. */
final class Articled {
    private static final Map<String, String> STEMS = Map.of("di", "de", "a", "a", "da", "da", "in", "ne", "su", "su");

    private Articled() {}

    static boolean isPreposition(String word) {
        return STEMS.containsKey(word);
    }

    /** @param noun with its definite article, as in {@code la scuola} or {@code l'asilo} */
    static String after(String preposition, String noun) {
        var stem = STEMS.get(preposition);
        if (stem == null) throw new IllegalArgumentException(preposition);
        if (noun.startsWith("l'")) return stem + "ll'" + noun.substring(2);
        var space = noun.indexOf(' ');
        return stem + ending(noun.substring(0, space)) + noun.substring(space);
    }

    private static String ending(String article) {
        return switch (article) {
            case "il" -> "l";
            case "lo" -> "llo";
            case "la" -> "lla";
            case "i" -> "i";
            case "gli" -> "gli";
            case "le" -> "lle";
            default -> throw new IllegalArgumentException("no article: " + article);
        };
    }
}
