package sportello.mailbox;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.server.SMTPServer;
import sportello.settings.Settings;

/** Where other mail servers may bring mail, if the operator wants that. */
@Component
class Listening implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Listening.class);
    static final int AT_ONCE = 100;
    static final Duration WORDS = Duration.ofSeconds(10);
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Settings settings;
    private final Brought brought;
    private final Limits limits;
    private final OurCertificate certificate;
    private final Clock clock;
    private volatile @Nullable SMTPServer running;

    Listening(Settings settings, Brought brought, Limits limits, OurCertificate certificate, Clock clock) {
        this.settings = settings;
        this.brought = brought;
        this.limits = limits;
        this.certificate = certificate;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (running == null) settings.smtp().listening().ifPresent(address -> listen(address, certificate.context()));
    }

    /** @param certificate by which we are known, null where nobody is offered TLS */
    void listen(InetSocketAddress address, @Nullable SSLContext certificate) {
        var builder = SMTPServer.port(address.getPort())
                .bindAddress(address.getAddress())
                .hostName(settings.baseUrl().getHost())
                .softwareName("Sportello")
                .messageHandlerFactory(context -> brought.handler())
                .maxMessageSize(Math.toIntExact(limits.largest()))
                .sessionHandler(new SmtpCallers(new Callers(AT_ONCE, WORDS, PATIENCE, clock)))
                // beyond that nobody is answered: whoever is one too many must be told
                .maxConnections(2 * AT_ONCE)
                .maxRecipients(AT_ONCE)
                .connectionTimeoutMs(Math.toIntExact(PATIENCE.toMillis()))
                // the bytes stay as they came, so that a mail that is brought twice is known again
                .insertReceivedHeaders(false);
        if (certificate != null) builder = builder.enableTLS().startTlsSocketFactory(certificate);
        var server = builder.build();
        server.start();
        running = server;
        log.info("Mail may be brought to {}", server.getDisplayableLocalSocketAddress());
    }

    int port() {
        var server = running;
        return server == null ? 0 : server.getPortAllocated();
    }

    @Override
    public synchronized void stop() {
        var server = running;
        running = null;
        if (server != null) server.stop();
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
