package sportello.postmaster;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.mail.MessageId;
import sportello.mime.Encryption;
import sportello.mime.Pec;
import sportello.mime.ReadMail;
import sportello.mime.SignatureCheck;
import sportello.ticket.Authentication;
import sportello.ticket.Certified;
import sportello.ticket.Encrypted;
import sportello.ticket.Proof;
import sportello.ticket.SignedBy;

/** What was found behind a mail when it was read, as its ticket keeps it. */
final class Proofs {
    private static final List<String> CERTIFIED = List.of("X-Trasporto", "X-Ricevuta");

    private Proofs() {}

    /** @param gateways as for {@link #authentication} */
    static Proof of(ReadMail mail, List<String> gateways) {
        var pec = mail.pec();
        return new Proof(
                signature(mail.signature()),
                pec == null ? null : certified(pec),
                authentication(mail, gateways),
                encrypted(mail.encryption()));
    }

    /**
     * Of certified mail only its provider is asked, if the signature can be relied on.
     *
     * @param gateways the servers whose word on its sender counts; none where nobody is asked
     */
    static @Nullable Authentication authentication(ReadMail mail, List<String> gateways) {
        return gateways.isEmpty() || mail.isAttested() ? null : Senders.authenticated(mail, gateways);
    }

    /** Also what only says so: to keep silent does no harm. */
    static boolean isCertified(ReadMail mail) {
        return mail.pec() != null
                || CERTIFIED.stream()
                        .anyMatch(field -> !mail.headers().all(field).isEmpty());
    }

    private static @Nullable SignedBy signature(@Nullable SignatureCheck check) {
        return check == null
                ? null
                : new SignedBy(
                        kind(check.kind()), worth(check.verdict()), check.name(), check.address(), check.until());
    }

    private static @Nullable Encrypted encrypted(@Nullable Encryption encryption) {
        if (encryption == null) return null;
        var fate = switch (encryption.fate()) {
            case OPENED -> Encrypted.Fate.OPENED;
            case NO_KEY -> Encrypted.Fate.NO_KEY;
            case REFUSED -> Encrypted.Fate.REFUSED;
            case UNPROTECTED -> Encrypted.Fate.UNPROTECTED;
            case DAMAGED -> Encrypted.Fate.DAMAGED;
        };
        return new Encrypted(kind(encryption.kind()), fate, encryption.algorithm());
    }

    private static Encrypted.Kind kind(Encryption.Kind kind) {
        return switch (kind) {
            case SMIME -> Encrypted.Kind.SMIME;
            case OPENPGP -> Encrypted.Kind.OPENPGP;
        };
    }

    private static SignedBy.Worth worth(SignatureCheck.Verdict verdict) {
        return switch (verdict) {
            case VALID -> SignedBy.Worth.VALID;
            case OTHER_SENDER -> SignedBy.Worth.OTHER_SENDER;
            case EXPIRED -> SignedBy.Worth.EXPIRED;
            case UNKNOWN_SIGNER -> SignedBy.Worth.UNKNOWN_SIGNER;
            case WEAK -> SignedBy.Worth.WEAK;
            case INVALID -> SignedBy.Worth.INVALID;
        };
    }

    private static Certified certified(Pec pec) {
        return switch (pec) {
            case Pec.Certified(var sender, var subject, var envelope) ->
                of(Certified.Kind.MESSAGE, sender.address(), envelope, null, List.of(), "");
            case Pec.Uncertified() -> new Certified(Certified.Kind.ANOMALY, "", "", "", null, null, List.of(), "");
            case Pec.Receipt(var kind, var refersTo, var consignees, var error, var envelope) ->
                of(
                        kind(kind),
                        "",
                        envelope,
                        refersTo,
                        consignees.stream().map(Pec.Consignee::address).toList(),
                        error);
        };
    }

    private static Certified of(
            Certified.Kind kind,
            String sender,
            Pec.Envelope envelope,
            @Nullable String refersTo,
            List<String> addresses,
            String error) {
        return new Certified(
                kind,
                sender,
                envelope.provider(),
                envelope.identifier(),
                envelope.at(),
                MessageId.of(refersTo).orElse(null),
                addresses,
                error);
    }

    private static Certified.Kind kind(Pec.Kind kind) {
        return switch (kind) {
            case ACCEPTED -> Certified.Kind.ACCEPTED;
            case NOT_ACCEPTED -> Certified.Kind.NOT_ACCEPTED;
            case TAKEN -> Certified.Kind.TAKEN;
            case DELIVERED -> Certified.Kind.DELIVERED;
            case DELIVERY_UNCERTAIN -> Certified.Kind.UNCERTAIN;
            case NOT_DELIVERED -> Certified.Kind.NOT_DELIVERED;
            case VIRUS -> Certified.Kind.VIRUS;
        };
    }
}
