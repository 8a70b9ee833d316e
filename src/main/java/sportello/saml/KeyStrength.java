package sportello.saml;

/**
 * How long the keys are that are made here.
 *
 * @param bits of RSA
 */
public record KeyStrength(int bits) {
    static final KeyStrength USUAL = new KeyStrength(3072);
}
