package sportello.mime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is particular about a mail.
 *
 * @param authentications what servers say of its sender, topmost first
 * @param isFromOne whether it names one author and no more
 */
record Findings(
        @Nullable DeliveryReport report,
        @Nullable Pec pec,
        @Nullable SignatureCheck signature,
        @Nullable Encryption encryption,
        List<AuthenticationResults> authentications,
        boolean isFromOne) {}
