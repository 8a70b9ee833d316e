package sportello.mailkey;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.Outcome;
import sportello.mail.Encrypting;
import sportello.mail.Seal;
import sportello.mail.Sealer;
import sportello.mail.Sealing;
import sportello.mailkey.CorrespondentKeySql.Known;
import sportello.mime.Encryption.Kind;

/** Lends the post the keys that are kept: those of the house to sign, those of correspondents to encrypt. */
@Component
class KeptSealing implements Sealing {
    private final SealedSenderSql senders;
    private final CorrespondentKeySql correspondents;
    private final HousePens pens;
    private final Clock clock;

    KeptSealing(SealedSenderSql senders, CorrespondentKeySql correspondents, HousePens pens, Clock clock) {
        this.senders = senders;
        this.correspondents = correspondents;
        this.pens = pens;
        this.clock = clock;
    }

    @Override
    public boolean isWanted() {
        return senders.isAny();
    }

    @Override
    public Map<String, Seal> promises(String sender, Set<String> recipients, boolean automatic, Encrypting encrypting) {
        var address = sender.toLowerCase(Locale.ROOT);
        var wanted = senders.find(address).orElseGet(() -> SealedSender.undecided(address));
        var signing = wanted.signs(automatic) ? pens(address) : Set.<Kind>of();
        var signs = wanted.signs(automatic) && !(automatic && signing.isEmpty());
        var readable = encrypting != Encrypting.AS_USUAL || wanted.encrypts(automatic)
                ? readable(recipients)
                : Map.<String, Map<Kind, Known>>of();
        var promised = new HashMap<String, Seal>();
        for (var recipient : recipients) {
            var reading = readable.getOrDefault(recipient.toLowerCase(Locale.ROOT), Map.of());
            promise(signs, signing, reading.keySet(), encrypting).ifPresent(seal -> promised.put(recipient, seal));
        }
        return promised;
    }

    /**
     * Who writes and wants a signature is promised one even if no key is there to sign: then the letter does not leave without,
     * and its writer hears of it. What no person wrote has nobody who would: it leaves unsigned. So does what is for somebody who
     * reads by a kind of key of which we have none, and have another.
     */
    private static Optional<Seal> promise(boolean signs, Set<Kind> signing, Set<Kind> reading, Encrypting encrypting) {
        for (var kind : Kind.values())
            if (reading.contains(kind) && signing.contains(kind)) return seal(kind, true, true);
        for (var kind : reading) return seal(kind, signs && signing.isEmpty(), true);
        var other = signing.stream().findFirst().orElse(Kind.SMIME);
        if (encrypting == Encrypting.ALWAYS) return seal(other, signs, true);
        return signs ? seal(other, true, false) : Optional.empty();
    }

    private Set<Kind> pens(String address) {
        var found = EnumSet.noneOf(Kind.class);
        for (var kind : Kind.values()) if (pens.has(kind, address)) found.add(kind);
        return found;
    }

    /** By their addresses, the latest key of each kind that can be used today. */
    private Map<String, Map<Kind, Known>> readable(Collection<String> recipients) {
        var now = clock.instant();
        var addresses = recipients.stream()
                .map(recipient -> recipient.toLowerCase(Locale.ROOT))
                .collect(toSet());
        var found = new HashMap<String, Map<Kind, Known>>();
        for (var known : correspondents.known(addresses, now))
            if (known.isUsable(now))
                found.computeIfAbsent(known.address(), address -> new EnumMap<>(Kind.class))
                        .putIfAbsent(known.kind(), known);
        return found;
    }

    private @Nullable Known readable(Kind kind, String recipient) {
        return readable(List.of(recipient))
                .getOrDefault(recipient.toLowerCase(Locale.ROOT), Map.of())
                .get(kind);
    }

    private static Optional<Seal> seal(Kind kind, boolean signed, boolean encrypted) {
        var manner = switch (kind) {
            case SMIME -> Seal.Manner.SMIME;
            case OPENPGP -> Seal.Manner.OPENPGP;
        };
        return Optional.of(new Seal(manner, signed, encrypted));
    }

    @Override
    public Outcome<Sealer> sealer(Seal seal, String sender, String recipient) {
        var kind = switch (seal.manner()) {
            case SMIME -> Kind.SMIME;
            case OPENPGP -> Kind.OPENPGP;
        };
        var known = seal.encrypted() ? readable(kind, recipient) : null;
        if (seal.encrypted() && known == null)
            return Outcome.refused("seal.no_recipient_key", seal.manner().called(), recipient);
        if (seal.signed() && !pens.has(kind, sender)) return unsigned(seal, sender);
        return switch (kind) {
            case SMIME -> smime(seal, sender, known);
            case OPENPGP -> openPgp(seal, sender, known);
        };
    }

    private static Outcome<Sealer> unsigned(Seal seal, String sender) {
        return Outcome.refused("seal.no_signing_key", seal.manner().called(), sender);
    }

    private Outcome<Sealer> smime(Seal seal, String sender, @Nullable Known known) {
        var pen = seal.signed() ? pens.smime(sender).orElse(null) : null;
        if (seal.signed() && pen == null) return unsigned(seal, sender);
        return Outcome.done(new SmimeSealer(
                pen,
                known == null ? null : HousePens.certificate(known.certificate()),
                known != null && known.authenticated(),
                clock.instant()));
    }

    private Outcome<Sealer> openPgp(Seal seal, String sender, @Nullable Known known) {
        var pen = seal.signed() ? pens.openPgp(sender).orElse(null) : null;
        if (seal.signed() && pen == null) return unsigned(seal, sender);
        var key = known == null
                ? null
                : PgpPublicKey.encrypting(PgpPublicKey.certificate(known.certificate()), clock.instant())
                        .orElseThrow();
        return Outcome.done(new PgpSealer(pen, key, clock.instant()));
    }
}
