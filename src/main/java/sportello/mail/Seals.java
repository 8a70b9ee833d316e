package sportello.mail;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import sportello.base.Outcome;

/** What is promised to letters, and what keeps it, where somebody keeps keys. */
@Component
class Seals {
    private final ObjectProvider<Sealing> keeper;
    private final OurCompany company;

    Seals(ObjectProvider<Sealing> keeper, OurCompany company) {
        this.keeper = keeper;
        this.company = company;
    }

    /**
     * What is promised to each of the letters, asked once for all of one sender. What somebody else wrote and we only pass on is
     * his to sign.
     *
     * @param encrypting how much it matters
     */
    List<Optional<Seal>> promises(List<Letter> letters, Encrypting encrypting) {
        var sealing = keeper.getIfAvailable();
        if (sealing == null || encrypting == Encrypting.AS_USUAL && !sealing.isWanted())
            return Collections.nCopies(letters.size(), Optional.empty());
        var own = company.get();
        var promised = new HashMap<Hand, Map<String, Seal>>();
        letters.stream()
                .filter(letter -> letter.origin() == null)
                .collect(groupingBy(
                        letter -> Hand.of(letter, own),
                        mapping(letter -> letter.to().address(), toSet())))
                .forEach((hand, recipients) ->
                        promised.put(hand, sealing.promises(hand.sender(), recipients, hand.automatic(), encrypting)));
        return letters.stream()
                .map(letter -> letter.origin() == null
                        ? Optional.ofNullable(promised.getOrDefault(Hand.of(letter, own), Map.of())
                                .get(letter.to().address()))
                        : Optional.<Seal>empty())
                .toList();
    }

    /** By whom letters are, and whether no person wrote them: they are promised alike. */
    private record Hand(String sender, boolean automatic) {
        static Hand of(Letter letter, Company own) {
            return new Hand(letter.from(own), letter.autoSubmitted());
        }
    }

    /** What keeps the promise, or why it cannot be kept. */
    Outcome<Sealer> sealer(Seal seal, Letter letter, Company from) {
        var sealing = keeper.getIfAvailable();
        return sealing == null
                ? Outcome.refused("seal.no_keys")
                : sealing.sealer(seal, letter.from(from), letter.to().address());
    }
}
