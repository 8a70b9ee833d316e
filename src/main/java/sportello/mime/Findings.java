package sportello.mime;

import org.jspecify.annotations.Nullable;

/** What is particular about a mail. */
record Findings(
        @Nullable DeliveryReport report,
        @Nullable Pec pec,
        @Nullable SignatureCheck signature) {}
