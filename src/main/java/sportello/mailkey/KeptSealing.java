package sportello.mailkey;

import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
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

    /**
     * Who writes and wants a signature is promised one even if no key is there to sign: then the letter does not leave without,
     * and its writer hears of it. What no person wrote has nobody who would: it leaves unsigned. So does what is for somebody who
     * reads by a kind of key of which we have none, and have another.
     */
    @Override
    public Optional<Seal> promise(String sender, String recipient, boolean automatic, Encrypting encrypting) {
        var address = sender.toLowerCase(Locale.ROOT);
        var wanted = senders.find(address).orElseGet(() -> SealedSender.undecided(address));
        var signing = wanted.signs(automatic) ? pens(address) : Set.<Kind>of();
        var signs = wanted.signs(automatic) && !(automatic && signing.isEmpty());
        var reading = encrypting != Encrypting.AS_USUAL || wanted.encrypts(automatic)
                ? readable(recipient).keySet()
                : Set.<Kind>of();
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

    /** The latest key of each kind that can be used today. */
    private Map<Kind, Known> readable(String recipient) {
        var found = new EnumMap<Kind, Known>(Kind.class);
        for (var known : correspondents.known(List.of(recipient.toLowerCase(Locale.ROOT)), clock.instant()))
            if (known.isUsable(clock.instant())) found.putIfAbsent(known.kind(), known);
        return found;
    }

    private static Optional<Seal> seal(Kind kind, boolean signed, boolean encrypted) {
        var manner = switch (kind) {
            case SMIME -> Seal.Manner.SMIME;
            case OPENPGP -> Seal.Manner.OPENPGP;
        };
        return Optional.of(new Seal(manner, signed, encrypted));
    }

    private static Kind kind(Seal.Manner manner) {
        return switch (manner) {
            case SMIME -> Kind.SMIME;
            case OPENPGP -> Kind.OPENPGP;
        };
    }

    @Override
    public boolean signs(Seal.Manner manner, String sender) {
        return pens.has(kind(manner), sender);
    }

    @Override
    public Outcome<Sealer> sealer(Seal seal, String sender, String recipient) {
        var kind = kind(seal.manner());
        var known = seal.encrypted() ? readable(recipient).get(kind) : null;
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
