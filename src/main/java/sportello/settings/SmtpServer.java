package sportello.settings;

import org.jspecify.annotations.Nullable;

/**
 * A server that takes our mail.
 *
 * @param password or the token of the day
 * @param byToken whether it wants a token instead of a password (XOAUTH2); it is got when a letter leaves
 * @param ownCa certificates (PEM) of those who vouch for it, empty for the well-known authorities
 */
public record SmtpServer(
        Encryption encryption,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        boolean byToken,
        String ownCa) {

    private static final String NAME = "SPORTELLO_SMTP_URL";

    /** One that wants a password, or nothing. */
    public SmtpServer(
            Encryption encryption,
            String host,
            int port,
            @Nullable String user,
            @Nullable String password,
            String ownCa) {
        this(encryption, host, port, user, password, false, ownCa);
    }

    /** The same with a token in hand. */
    public SmtpServer with(String token) {
        return new SmtpServer(encryption, host, port, user, token, true, ownCa);
    }

    /** The same for those whom its password does not concern. */
    public SmtpServer withoutPassword() {
        return new SmtpServer(encryption, host, port, user, null, byToken, ownCa);
    }

    /** As {@code smtp://user:password@host:port} names it; {@code smtps} speaks TLS from the first byte. */
    static SmtpServer at(String url) {
        var address = Login.parse(url, NAME);
        var tls = "smtps".equals(address.getScheme());
        if (!tls && !"smtp".equals(address.getScheme())) throw refused("it begins neither with smtp:// nor smtps://");
        if (address.getHost() == null) throw refused("it names no server");
        var port = address.getPort() > 0 ? address.getPort() : tls ? 465 : 587;
        var login = Login.in(address);
        var encryption = tls ? Encryption.TLS : fitting(address.getHost(), login.user());
        return new SmtpServer(encryption, address.getHost(), port, login.user(), login.password(), "");
    }

    /** Within this machine and without a log-in, as a post office that came along listens. */
    public static SmtpServer onThisMachine(int port) {
        return new SmtpServer(Encryption.NONE, "127.0.0.1", port, null, null, "");
    }

    /** A password never travels in the clear; within the machine nobody listens, and few certificates name it. */
    private static Encryption fitting(String host, @Nullable String user) {
        if (isHere(host)) return Encryption.NONE;
        return user == null ? Encryption.IF_OFFERED : Encryption.STARTTLS;
    }

    /** Whether what is said there does not leave this machine. */
    public static boolean isHere(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1") || host.equals("[::1]");
    }

    private static SettingRefused refused(String problem) {
        return new SettingRefused(NAME, problem, "Write smtp://user:password@server:587 or smtps://….");
    }

    @Override
    public String toString() {
        return "SmtpServer[" + host + ":" + port + " " + encryption + "]";
    }
}
