package sportello.demo.story;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import sportello.base.Language;

/** A customer user with the manners of his or her letters. */
public record Clerk(Entry entry) {

    public String login() {
        return entry.name();
    }

    String name() {
        return entry.get("name");
    }

    String firstName() {
        return name().substring(0, name().indexOf(' '));
    }

    String lastName() {
        return name().substring(name().indexOf(' ') + 1);
    }

    /** The codes of the municipalities for which the clerk writes, the own one first. */
    List<String> towns() {
        return Stream.concat(Stream.of(entry.get("of")), entry.all("also").stream())
                .toList();
    }

    public String email() {
        return entry.get("email", login() + "@" + towns().getFirst().toLowerCase(Locale.ROOT) + ".example");
    }

    Language language() {
        return Language.of(entry.get("language", "it"));
    }

    boolean isWoman() {
        return entry.get("gender", "m").equals("f");
    }

    boolean writesAbout(List<String> topics) {
        return entry.list("writes").stream().anyMatch(topics::contains);
    }
}
