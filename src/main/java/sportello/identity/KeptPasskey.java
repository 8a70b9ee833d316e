package sportello.identity;

/**
 * A passkey as it is checked.
 *
 * @param credential what the device said of it when it was made
 * @param signCount how often it had signed when it was last seen
 * @param syncable whether the device's maker may keep a copy for its owner
 * @param handle what the device knows the person by
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as the device sent them; never compared
record KeptPasskey(
        long id, AccountId account, String name, byte[] credential, long signCount, boolean syncable, byte[] handle) {}
