package sportello.settings;

import org.jspecify.annotations.Nullable;

/** A mail server as {@code smtp://user:password@host:port} names it; {@code smtps} speaks TLS from the first byte. */
public record SmtpServer(
        boolean tls,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password) {

    private static final String NAME = "SPORTELLO_SMTP_URL";

    static SmtpServer at(String url) {
        var address = Login.parse(url, NAME);
        var tls = "smtps".equals(address.getScheme());
        if (!tls && !"smtp".equals(address.getScheme())) throw refused("it begins neither with smtp:// nor smtps://");
        if (address.getHost() == null) throw refused("it names no server");
        var port = address.getPort() > 0 ? address.getPort() : tls ? 465 : 587;
        var login = Login.in(address);
        return new SmtpServer(tls, address.getHost(), port, login.user(), login.password());
    }

    private static SettingRefused refused(String problem) {
        return new SettingRefused(NAME, problem, "Write smtp://user:password@server:587 or smtps://….");
    }

    @Override
    public String toString() {
        return "SmtpServer[" + (tls ? "smtps" : "smtp") + "://" + host + ":" + port + "]";
    }
}
