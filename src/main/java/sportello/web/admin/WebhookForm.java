package sportello.web.admin;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.base.Language;
import sportello.webhook.Format;
import sportello.webhook.KeptWebhook;
import sportello.webhook.WebhookProposal;

/**
 * A webhook as somebody typed it.
 *
 * @param version of the webhook that is corrected, null for a new one
 * @param address empty leaves the one that is kept; so does the secret
 * @param unsigned whether messages are not signed any more
 */
public record WebhookForm(
        @Nullable Integer version,
        String name,
        String address,
        Format format,
        String language,
        String secret,
        @Nullable Boolean unsigned,
        String ownCa,
        @Nullable Boolean valid) {
    static final WebhookForm BLANK = of(null, WebhookProposal.BLANK);

    public WebhookForm(
            @Nullable Integer version,
            @Nullable String name,
            @Nullable String address,
            @Nullable Format format,
            @Nullable String language,
            @Nullable String secret,
            @Nullable Boolean unsigned,
            @Nullable String ownCa,
            @Nullable Boolean valid) {
        this.version = version;
        this.name = text(name);
        this.address = text(address);
        this.format = Objects.requireNonNullElse(format, Format.SPORTELLO);
        this.language = text(language);
        this.secret = text(secret);
        this.unsigned = unsigned;
        this.ownCa = text(ownCa);
        this.valid = valid;
    }

    static WebhookForm of(KeptWebhook kept) {
        return of(kept.version(), kept.proposal());
    }

    private static WebhookForm of(@Nullable Integer version, WebhookProposal kept) {
        return new WebhookForm(
                version,
                kept.name(),
                kept.address(),
                kept.format(),
                kept.language().code(),
                null,
                false,
                kept.ownCa(),
                kept.valid());
    }

    WebhookProposal proposal() {
        return new WebhookProposal(name, address, format, Language.of(language), ownCa, isValid(), isUnsigned());
    }

    int seen() {
        return version == null ? 0 : version;
    }

    public boolean isValid() {
        return Boolean.TRUE.equals(valid);
    }

    public boolean isUnsigned() {
        return Boolean.TRUE.equals(unsigned);
    }

    @Nullable String typedSecret() {
        return secret.isEmpty() ? null : secret;
    }

    /** Never with address and secret. */
    @Override
    public String toString() {
        return "WebhookForm[" + name + "]";
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
