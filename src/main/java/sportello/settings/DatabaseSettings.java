package sportello.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The operator's own PostgreSQL; without a URL the desk brings its own. */
public record DatabaseSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("10") int connections) {

    private static final String NAME = "SPORTELLO_DATABASE_URL";

    /** Several hosts are allowed, as the driver does, so that a standby can take over. */
    private static final Pattern URL =
            Pattern.compile("(jdbc:)?postgres(ql)?://((?<login>[^/@]*)@)?(?<place>[^/@]+/[^/?@]+(\\?.*)?)");

    public DatabaseSettings {
        url = Login.filled(url);
        user = Login.filled(user);
        password = Login.filled(password);
        if (connections < 2 || connections > 1_000)
            throw new SettingRefused(
                    "SPORTELLO_DATABASE_CONNECTIONS",
                    connections + " connections cannot carry the desk",
                    "Choose a number from 2 to 1000; 10 is right for most.");
        if (url != null) {
            var parts = parts(url);
            var login = Login.of(parts.group("login"));
            user = user == null ? login.user() : user;
            password = password == null ? login.password() : password;
            url = "jdbc:postgresql://" + parts.group("place");
        }
    }

    /** True when the desk starts and keeps its own server. */
    public boolean isEmbedded() {
        return url == null;
    }

    private static Matcher parts(String url) {
        var parts = URL.matcher(url);
        if (!parts.matches()) throw refused("it is not the address of a PostgreSQL database");
        if (parts.group("place").contains("password="))
            throw refused("it carries the password as a parameter, where logs may show it");
        return parts;
    }

    private static SettingRefused refused(String problem) {
        return new SettingRefused(
                NAME,
                problem,
                "Write jdbc:postgresql://server:5432/sportello, and the log-in in SPORTELLO_DATABASE_USER and"
                        + " SPORTELLO_DATABASE_PASSWORD.");
    }

    @Override
    public String toString() {
        return isEmbedded() ? "DatabaseSettings[embedded]" : "DatabaseSettings[url=" + url + ", user=" + user + "]";
    }
}
