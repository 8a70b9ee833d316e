package sportello.customer;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import sportello.base.Language;

/** How files say yes and no, and which language somebody reads. */
final class ImportWords {
    private static final Set<String> YES = Set.of("sì", "si", "s", "yes", "y", "true", "vero", "1", "x");
    private static final Set<String> NO = Set.of("no", "n", "false", "falso", "0");

    private ImportWords() {}

    static Optional<Boolean> truth(String typed) {
        var word = typed.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(word)) return Optional.of(true);
        return NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    static Optional<Language> language(String typed) {
        return switch (typed.strip().toLowerCase(Locale.ROOT)) {
            case "it", "italiano", "italian" -> Optional.of(Language.ITALIAN);
            case "en", "inglese", "english" -> Optional.of(Language.ENGLISH);
            default -> Optional.empty();
        };
    }
}
