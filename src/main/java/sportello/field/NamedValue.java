package sportello.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a field is to say as those write it who see no form, in files and in the heads of mails: options by their names, yes
 * and no in words.
 */
final class NamedValue {
    private static final Set<String> YES = Set.of("sì", "si", "s", "yes", "y", "true", "vero", "1", "x");
    /** Of one option with all that is above it; a longer text, which may be a stranger's, names none. */
    private static final int LONGEST = 1_000;

    private static final Set<String> NO = Set.of("no", "n", "false", "falso", "0");

    private NamedValue() {}

    /** As a form would send it; what cannot be meant stays, and is refused as it would be there. */
    static String typed(Field field, List<Option> options, String words) {
        return switch (field.kind()) {
            case CHOICE, TREE -> option(options, words).orElse(words.isBlank() ? "" : "?");
            case CHOICES -> options(options, words);
            case YES_NO -> yesNo(words);
            case LINE, TEXT, NUMBER, DECIMAL, MONEY, DATE, MOMENT, LINK, AGENT, CUSTOMER -> words;
        };
    }

    private static String options(List<Option> options, String words) {
        var chosen = new ArrayList<String>();
        for (var name : words.split("[,;|]"))
            if (!name.isBlank()) chosen.add(option(options, name).orElse("?"));
        return String.join(",", chosen);
    }

    /** By its full name, which OTRS writes {@code Rete::Perdite}. */
    private static Optional<String> option(List<Option> options, String words) {
        if (words.length() > LONGEST) return Optional.empty();
        var name = words.strip().replaceAll("\\s*(::|›|(?<= )>(?= ))\\s*", Option.BELOW);
        return options.stream()
                .filter(option -> option.name().equalsIgnoreCase(name))
                .map(option -> "" + option.id())
                .findFirst();
    }

    private static String yesNo(String words) {
        var word = words.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(word)) return Reading.YES;
        return NO.contains(word) ? Reading.NO : word;
    }
}
