package sportello.mailkey;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.jspecify.annotations.Nullable;
import sportello.mail.Sealer;

/** Signs and encrypts by OpenPGP (RFC 9580), in one message where both; nothing is compressed. */
final class PgpSealer implements Sealer {
    private static final int PORTION = 1 << 14;

    private final HousePen.@Nullable OpenPgp pen;
    private final @Nullable PGPPublicKey recipient;
    private final Date now;

    PgpSealer(HousePen.@Nullable OpenPgp pen, @Nullable PGPPublicKey recipient, Instant now) {
        this.pen = pen;
        this.recipient = recipient;
        this.now = Date.from(now);
    }

    @Override
    public byte[] signature(Content content) throws IOException {
        var signature = new ByteArrayOutputStream();
        try (var armour = armour(signature)) {
            var signing = signing(Objects.requireNonNull(pen));
            content.writeTo(new Signed(OutputStream.nullOutputStream(), signing));
            signing.generate().encode(armour);
        } catch (PGPException e) {
            throw new IOException(e);
        }
        return signature.toByteArray();
    }

    private PGPSignatureGenerator signing(HousePen.OpenPgp by) throws PGPException {
        var signing = new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(by.certificate().getAlgorithm(), HashAlgorithmTags.SHA256),
                by.certificate());
        signing.init(PGPSignature.BINARY_DOCUMENT, by.key());
        var said = new PGPSignatureSubpacketGenerator();
        said.setSignatureCreationTime(true, now);
        said.setIssuerFingerprint(false, by.certificate());
        signing.setHashedSubpackets(said.generate());
        return signing;
    }

    @Override
    public void encrypt(Content content, OutputStream to) throws IOException {
        try (var armour = armour(to)) {
            var generator =
                    new PGPEncryptedDataGenerator(new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                            .setWithIntegrityPacket(true)
                            .setSecureRandom(new SecureRandom()));
            generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(Objects.requireNonNull(recipient)));
            try (var encrypted = generator.open(armour, new byte[PORTION])) {
                say(content, encrypted);
            }
        } catch (PGPException e) {
            throw new IOException(e);
        }
    }

    private void say(Content content, OutputStream encrypted) throws IOException, PGPException {
        var signing = pen == null ? null : signing(pen);
        if (signing != null) signing.generateOnePassVersion(false).encode(encrypted);
        var literal = new PGPLiteralDataGenerator();
        try (var said = literal.open(encrypted, PGPLiteralData.BINARY, "", now, new byte[PORTION])) {
            content.writeTo(signing == null ? said : new Signed(said, signing));
        }
        if (signing != null) signing.generate().encode(encrypted);
    }

    private static ArmoredOutputStream armour(OutputStream to) {
        return ArmoredOutputStream.builder().clearHeaders().build(to);
    }

    /** Has all that passes signed. */
    private static final class Signed extends FilterOutputStream {
        private final PGPSignatureGenerator signing;

        Signed(OutputStream to, PGPSignatureGenerator signing) {
            super(to);
            this.signing = signing;
        }

        @Override
        public void write(int sign) throws IOException {
            signing.update((byte) sign);
            out.write(sign);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            signing.update(bytes, offset, length);
            out.write(bytes, offset, length);
        }
    }

    /** Only S/MIME says so. */
    @Override
    public String smimeType() {
        throw new UnsupportedOperationException("OpenPGP");
    }
}
