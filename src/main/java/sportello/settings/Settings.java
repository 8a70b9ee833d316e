package sportello.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What the operator decided; {@code sportello.base-url} here is {@code SPORTELLO_BASE_URL} in the environment. */
@ConfigurationProperties(prefix = "sportello", ignoreUnknownFields = false)
public record Settings(
        Path home,
        int port,
        String address,
        URI baseUrl,
        @DefaultValue("") Proxies proxies,
        @DefaultValue DatabaseSettings database,
        @DefaultValue SmtpSettings smtp,
        @DefaultValue LmtpSettings lmtp,
        @DefaultValue CertificateSettings certificate,
        @DefaultValue PecSettings pec,
        @DefaultValue BackupSettings backup,
        ZoneId timeZone,
        int systemId,
        @Nullable String secretKey) {

    public Settings {
        home = home.toAbsolutePath().normalize();
        if (port < 1 || port > 65_535)
            throw new SettingRefused("SPORTELLO_PORT", port + " is not a port", "Choose a number from 1 to 65535.");
        if (systemId < 1 || systemId > 9_999)
            throw new SettingRefused(
                    "SPORTELLO_SYSTEM_ID",
                    systemId + " cannot stand in a ticket number",
                    "Choose a number from 1 to 9999.");
        baseUrl = withoutTrailingSlash(baseUrl);
        if (!proxies.isReadable())
            throw new SettingRefused(
                    "SPORTELLO_PROXIES",
                    "it is no list of addresses",
                    "Write the addresses of your proxies or their networks, for example 10.0.0.5 or 10.0.0.0/24.");
        secretKey = Login.filled(secretKey);
        if (secretKey != null) SecretKeys.read(secretKey);
    }

    @Override
    public String toString() {
        return "Settings[" + home + ", " + baseUrl + ", " + database + ", " + smtp + "]";
    }

    private static URI withoutTrailingSlash(URI url) {
        var web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null || url.getRawUserInfo() != null || url.getRawQuery() != null)
            throw new SettingRefused(
                    "SPORTELLO_BASE_URL",
                    "it is not the address of a web site",
                    "Write the address people type into the browser, for example https://desk.example.com.");
        return URI.create(url.toString().replaceFirst("/+$", ""));
    }
}
