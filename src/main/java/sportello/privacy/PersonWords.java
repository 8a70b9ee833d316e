package sportello.privacy;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import sportello.base.Redaction;
import sportello.customer.CustomerUser;

/** The words by which a person is known. */
record PersonWords(CustomerUser person, List<String> further, List<String> written) {
    /** In characters: shorter ones are words of their own. */
    private static final int SHORTEST = 3;

    private static final int SHORTEST_PHONE = 6;

    Set<String> addresses() {
        return Stream.of(List.of(person.email()), further, written)
                .flatMap(Collection::stream)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(toSet());
    }

    /** What names this person and nobody else. */
    Redaction names(String standIn) {
        return Redaction.of(sure().collect(toSet()), standIn);
    }

    /** What names the person where the person asked: there the first or last name alone means nobody else. */
    Redaction near(String standIn) {
        var alone = Stream.of(person.firstName(), person.lastName())
                .map(String::strip)
                .filter(name -> name.length() >= SHORTEST);
        return Redaction.of(Stream.concat(sure(), alone).collect(toSet()), standIn);
    }

    private Stream<String> sure() {
        var called =
                Stream.of(person.firstName() + " " + person.lastName(), person.lastName() + " " + person.firstName());
        return Stream.of(addresses().stream(), called, login(), phones(), taxCode())
                .flatMap(words -> words);
    }

    /** A log-in name that is but a word may be anything else too. */
    private Stream<String> login() {
        return Stream.of(person.login()).filter(login -> login.matches(".*[\\W\\d].*") && login.length() >= SHORTEST);
    }

    private Stream<String> taxCode() {
        return Stream.of(person.taxCode()).filter(code -> !code.isEmpty());
    }

    private Stream<String> phones() {
        var digits = person.phone().replaceAll("\\s", "");
        return digits.length() < SHORTEST_PHONE ? Stream.empty() : Stream.of(person.phone(), digits);
    }
}
