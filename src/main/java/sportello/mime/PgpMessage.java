package sportello.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPMarker;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.jspecify.annotations.Nullable;
import sportello.mime.Encryption.Fate;
import sportello.mime.Encryption.Kind;

/** Opens what OpenPGP encrypts (RFC 9580), as a stream, if it would show that somebody changed it. */
final class PgpMessage {

    /** How often a message may be compressed within itself. */
    private static final int LAYERS = 3;
    /** How many keys are tried on a message that does not say for whom it is. */
    private static final int TRIES = 50;

    private static final Map<Integer, String> ALGORITHMS = Map.of(
            SymmetricKeyAlgorithmTags.AES_128, "AES-128",
            SymmetricKeyAlgorithmTags.AES_192, "AES-192",
            SymmetricKeyAlgorithmTags.AES_256, "AES-256",
            SymmetricKeyAlgorithmTags.TWOFISH, "Twofish",
            SymmetricKeyAlgorithmTags.CAMELLIA_128, "Camellia-128",
            SymmetricKeyAlgorithmTags.CAMELLIA_192, "Camellia-192",
            SymmetricKeyAlgorithmTags.CAMELLIA_256, "Camellia-256");

    private static final Map<Integer, String> BROKEN = Map.of(
            SymmetricKeyAlgorithmTags.IDEA, "IDEA",
            SymmetricKeyAlgorithmTags.TRIPLE_DES, "3DES",
            SymmetricKeyAlgorithmTags.CAST5, "CAST5",
            SymmetricKeyAlgorithmTags.BLOWFISH, "Blowfish",
            SymmetricKeyAlgorithmTags.DES, "DES");

    private final MailKeys keys;
    private final Spool spool;

    PgpMessage(MailKeys keys, Spool spool) {
        this.keys = keys;
        this.spool = spool;
    }

    Unsealed open(MailSource message) throws IOException {
        try (var bytes = new Bounded(message.open())) {
            return open(bytes);
        } catch (Damaged e) {
            return Unsealed.failed(Kind.OPENPGP, Fate.DAMAGED, "");
        }
    }

    private Unsealed open(Bounded bytes) throws IOException {
        var list = Damaged.unless(() -> encrypted(PGPUtil.getDecoderStream(bytes)));
        bytes.release();
        var recipients = StreamSupport.stream(list.spliterator(), false)
                .filter(PGPPublicKeyEncryptedData.class::isInstance)
                .map(PGPPublicKeyEncryptedData.class::cast)
                .toList();
        if (recipients.stream().anyMatch(one -> !one.isIntegrityProtected() && !one.isAEAD()))
            return Unsealed.failed(Kind.OPENPGP, Fate.UNPROTECTED, "");
        var fitting = fitting(recipients);
        if (fitting.isEmpty()) return Unsealed.failed(Kind.OPENPGP, Fate.NO_KEY, "");
        for (var one : fitting) {
            var algorithm = one.algorithm();
            if (algorithm != null) return open(one, algorithm);
        }
        var named = fitting.stream().anyMatch(one -> one.data().getKeyID() != 0);
        return Unsealed.failed(Kind.OPENPGP, named ? Fate.DAMAGED : Fate.NO_KEY, "");
    }

    private static PGPEncryptedDataList encrypted(InputStream message) throws IOException, PGPException {
        var objects = new BcPGPObjectFactory(message);
        var object = objects.nextObject();
        if (object instanceof PGPMarker) object = objects.nextObject();
        if (object instanceof PGPEncryptedDataList list) return list;
        throw new PGPException("not encrypted");
    }

    /** A key, and what it may open. */
    private record Fitting(PGPPublicKeyEncryptedData data, MailKey.OpenPgp key) {

        BcPublicKeyDataDecryptorFactory opener() {
            return new BcPublicKeyDataDecryptorFactory(key.key());
        }

        /** By what the rest is encrypted; null if this key does not tell. */
        @Nullable Integer algorithm() {
            try {
                return Damaged.unless(() -> {
                    data.getSessionKey(opener());
                    return data.getSymmetricAlgorithm(opener());
                });
            } catch (Damaged e) {
                return null;
            }
        }
    }

    /** Who wants to stay unnamed has the number 0. */
    private List<Fitting> fitting(List<PGPPublicKeyEncryptedData> recipients) {
        var found = new ArrayList<Fitting>();
        var known =
                keys.openPgp(id -> recipients.stream().anyMatch(one -> one.getKeyID() == id || one.getKeyID() == 0));
        for (var one : recipients)
            for (var key : known)
                if (one.getKeyID() == key.key().getKeyID() || one.getKeyID() == 0) found.add(new Fitting(one, key));
        return found.subList(0, Math.min(found.size(), TRIES));
    }

    private Unsealed open(Fitting one, int algorithm) throws IOException {
        var name = ALGORITHMS.get(algorithm);
        if (name == null) return Unsealed.failed(Kind.OPENPGP, Fate.REFUSED, BROKEN.getOrDefault(algorithm, ""));
        var clear = Damaged.unless(() -> one.data().getDataStream(one.opener()));
        var said = said(clear);
        drain(clear);
        if (!one.data().isAEAD() && !Damaged.unless(() -> one.data().verify()))
            return Unsealed.failed(Kind.OPENPGP, Fate.DAMAGED, name);
        return Unsealed.opened(Kind.OPENPGP, name, one.key(), said.content())
                .signed(said.announced(), said.signatures());
    }

    /**
     * What is said, and who signed it.
     *
     * @param announced whether signatures were to follow, come or not
     */
    private record Said(Spool.Bytes content, boolean announced, List<PGPSignature> signatures) {}

    /** Out of whatever it is compressed and signed in. */
    private Said said(InputStream clear) throws IOException {
        var stream = clear;
        var before = new ArrayList<PGPSignature>();
        var announced = false;
        for (var layer = 0; layer <= LAYERS; layer++) {
            var bytes = new Bounded(stream);
            var objects = new BcPGPObjectFactory(bytes);
            var object = Damaged.unless(objects::nextObject);
            for (; !isContent(object); object = Damaged.unless(objects::nextObject)) {
                announced |= object instanceof PGPOnePassSignatureList;
                if (object instanceof PGPSignatureList list) list.forEach(before::add);
            }
            bytes.release();
            if (object instanceof PGPLiteralData literal) {
                var content = spool.keep(Damaged.unless(literal.getInputStream()));
                bytes.bind();
                before.addAll(after(objects));
                return new Said(content, announced, before);
            }
            if (!(object instanceof PGPCompressedData compressed)) break;
            stream = Damaged.unless(compressed::getDataStream);
        }
        return Damaged.unless(() -> {
            throw new PGPException("nothing is said, or compressed too often");
        });
    }

    /** Or the end. */
    private static boolean isContent(@Nullable Object object) {
        return object == null || object instanceof PGPLiteralData || object instanceof PGPCompressedData;
    }

    /** Behind what is said. What cannot be read there signs nothing. */
    private static List<PGPSignature> after(PGPObjectFactory objects) {
        try {
            return Damaged.unless(() -> signatures(objects));
        } catch (Damaged nothing) {
            return List.of();
        }
    }

    static List<PGPSignature> signatures(PGPObjectFactory objects) throws IOException {
        var found = new ArrayList<PGPSignature>();
        for (var object = objects.nextObject(); object != null; object = objects.nextObject())
            if (object instanceof PGPSignatureList list) list.forEach(found::add);
        return found;
    }

    /** To the end, where stands whether it is whole. */
    private void drain(InputStream clear) throws IOException {
        var buffer = new byte[1 << 14];
        for (var rest = Damaged.unless(clear); rest.read(buffer) >= 0; )
            spool.deadline().check();
    }
}
