package sportello.identity;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.base.Sha256;
import sportello.settings.Secrets;

/**
 * Browsers through which people have entered before. Such a browser keeps a mark for each of them, encrypted by us; tries
 * through it are counted by the mark alone, so that no stranger's tries keep out whoever owns the account.
 */
@Component
public class Devices {
    /** For how long a browser is known that nobody enters through. */
    public static final Duration KEPT = Duration.ofDays(180);

    /** On a browser that many share, those who entered last are known. */
    private static final int MOST = 5;

    /** What else is encrypted with the same key begins otherwise. */
    private static final String TITLE = "device";

    private final Accounts accounts;
    private final Secrets secrets;
    private final Clock clock;

    Devices(Accounts accounts, Secrets secrets, Clock clock) {
        this.accounts = accounts;
        this.secrets = secrets;
        this.clock = clock;
    }

    private record Mark(long account, String word, Instant since) {

        static Mark read(String line) {
            var parts = line.split(" ", 3);
            return new Mark(Long.parseLong(parts[0]), parts[1], Instant.ofEpochSecond(Long.parseLong(parts[2])));
        }

        String line() {
            return account + " " + word + " " + since.getEpochSecond();
        }
    }

    /**
     * What the browser keeps from now on; empty for nothing.
     *
     * @param kept what it has kept so far
     */
    public String remember(Viewer viewer, String kept) {
        var account = accounts.idOf(viewer).value();
        var before = marks(kept);
        var word = before.stream()
                .filter(mark -> mark.account() == account)
                .map(Mark::word)
                .findFirst()
                .orElseGet(() -> Secret.fresh().text());
        var marks = new ArrayList<>(List.of(new Mark(account, word, clock.instant())));
        before.stream()
                .filter(mark -> mark.account() != account)
                .limit(MOST - 1L)
                .forEach(marks::add);
        return sealed(marks);
    }

    /**
     * What a try is counted against, and first what a success forgets.
     *
     * @param stranger how it counts through a browser that the account does not know
     * @param known how it counts through one that it knows
     */
    Attempt[] tries(Optional<AccountId> account, Attempt stranger, Limit known, Visitor visitor) {
        return account.flatMap(id -> marks(visitor.device()).stream()
                        .filter(mark -> mark.account() == id.value())
                        .findFirst())
                .map(mark -> new Attempt[] {known.by(Sha256.hexOf(mark.word()))})
                .orElseGet(() -> new Attempt[] {stranger, network(visitor), Limit.LOGIN_BY_ALL.by(Limit.ALL)});
    }

    /** The same where nobody says yet whose account it is. */
    Attempt[] tries(Visitor visitor) {
        return tries(visitor, Limit.LOGIN_BY_DEVICE, Limit.LOGIN_BY_NETWORK, Limit.LOGIN_BY_ALL);
    }

    /** The same of browsers that leave for a provider. */
    Attempt[] leavings(Visitor visitor) {
        return tries(visitor, Limit.SAML_BY_DEVICE, Limit.SAML_BY_NETWORK, Limit.SAML_BY_ALL);
    }

    private Attempt[] tries(Visitor visitor, Limit known, Limit network, Limit all) {
        return marks(visitor.device()).stream()
                .findFirst()
                .map(mark -> new Attempt[] {known.by(Sha256.hexOf(mark.word()))})
                .orElseGet(() -> new Attempt[] {network.by(visitor.network()), all.by(Limit.ALL)});
    }

    private static Attempt network(Visitor visitor) {
        return Limit.LOGIN_BY_NETWORK.by(visitor.network());
    }

    private List<Mark> marks(String kept) {
        if (kept.isEmpty()) return List.of();
        try {
            var lines =
                    secrets.decrypt(Base64.getUrlDecoder().decode(kept)).lines().toList();
            if (!lines.getFirst().equals(TITLE)) return List.of();
            var oldest = clock.instant().minus(KEPT);
            return lines.stream()
                    .skip(1)
                    .map(Mark::read)
                    .filter(mark -> mark.since().isAfter(oldest))
                    .toList();
        } catch (IllegalArgumentException | IllegalStateException forged) {
            return List.of();
        }
    }

    /** Where there is no key, and none can be made, nobody is kept from entering for that. */
    private String sealed(List<Mark> marks) {
        var lines = new ArrayList<>(List.of(TITLE));
        marks.stream().map(Mark::line).forEach(lines::add);
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.encrypt(String.join("\n", lines)));
        } catch (UncheckedIOException noKey) {
            return "";
        }
    }
}
