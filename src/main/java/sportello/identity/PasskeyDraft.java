package sportello.identity;

/**
 * A passkey that a device is asked to make.
 *
 * @param options as browsers take them (WebAuthn, PublicKeyCredentialCreationOptionsJSON)
 */
public record PasskeyDraft(String name, String options) {}
