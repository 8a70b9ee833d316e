package sportello.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** The user and password that stand before the @ of an address. */
record Login(@Nullable String user, @Nullable String password) {

    static Login in(URI address) {
        return of(address.getRawUserInfo());
    }

    static Login of(@Nullable String text) {
        if (text == null) return new Login(null, null);
        var colon = text.indexOf(':');
        return colon < 0
                ? new Login(decoded(text), null)
                : new Login(decoded(text.substring(0, colon)), decoded(text.substring(colon + 1)));
    }

    /** Parses without ever repeating the text, since it may hold a password. */
    static URI parse(String text, String setting) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new SettingRefused(
                    setting,
                    "it is not an address",
                    "Signs like @ / : % # in its password are written as %40 %2F %3A %25 %23.");
        }
    }

    /** An empty setting is an absent one: shells and containers cannot always tell them apart. */
    static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String decoded(String text) {
        return StringUtils.uriDecode(text, UTF_8);
    }

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
