package sportello.mailkey;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.RSAPublicBCPGKey;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.junit.jupiter.api.Test;
import sportello.Edge;
import sportello.base.Outcome;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

    /** Whose key it is counts only once it is long enough. */
    @Test
    void a_key_of_openpgp_has_so_many_bits() throws Exception {
        Edge.of("mailkey/PgpPublicKey.SHORTEST")
                .isTheFirst(
                        bits -> !PgpPublicKey.read(key(bits), NOW).equals(Outcome.refused("correspondent_keys.weak")));
    }

    private static byte[] key(int bits) throws IOException, PGPException {
        var numbers =
                new RSAPublicBCPGKey(BigInteger.TWO.pow(bits - 1).add(BigInteger.ONE), BigInteger.valueOf(65_537));
        var packet = new PublicKeyPacket(
                PublicKeyPacket.VERSION_4, PublicKeyAlgorithmTags.RSA_GENERAL, Date.from(NOW), numbers);
        return new PGPPublicKeyRing(List.of(new PGPPublicKey(packet, new BcKeyFingerprintCalculator()))).getEncoded();
    }

    @Test
    void an_address_has_its_length_at_most_and_a_name_is_cut() throws Exception {
        Edge.of("mailkey/PgpPublicKey.LONGEST_ADDRESS")
                .isTheLast(length -> PgpPublicKey.address("Giulia <" + "x".repeat(length - 10) + "@b.example>")
                        .isPresent());
        Edge.of("mailkey/PgpPublicKey.LONGEST_NAME")
                .cuts(length ->
                        PgpPublicKey.name("x".repeat(length) + " <a@b.example>").length());
    }
}
