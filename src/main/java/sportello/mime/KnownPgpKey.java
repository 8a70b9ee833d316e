package sportello.mime;

import org.bouncycastle.openpgp.PGPPublicKeyRing;

/**
 * Public keys of OpenPGP of somebody who writes to us.
 *
 * @param address for which they are known, in small letters
 * @param name whom they name; may be empty
 */
public record KnownPgpKey(String address, String name, PGPPublicKeyRing keys) {}
