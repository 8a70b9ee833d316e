package sportello.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import sportello.settings.Settings;

/** Where a mail server of the house hands mail over, if the operator wants that. */
@Component
class ListeningLmtp implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ListeningLmtp.class);

    private final Settings settings;
    private final Brought brought;
    private final Limits limits;
    private final OurCertificate certificate;
    private final Callers callers;
    private volatile @Nullable ServerSocket running;

    ListeningLmtp(Settings settings, Brought brought, Limits limits, OurCertificate certificate, Clock clock) {
        this.settings = settings;
        this.brought = brought;
        this.limits = limits;
        this.certificate = certificate;
        this.callers = new Callers(Listening.AT_ONCE, Listening.WORDS, Listening.PATIENCE, clock);
    }

    @Override
    public synchronized void start() {
        if (running == null) settings.lmtp().listening().ifPresent(address -> listen(address, certificate.context()));
    }

    void listen(InetSocketAddress address, @Nullable SSLContext certificate) {
        try {
            var server = new ServerSocket();
            server.bind(address);
            running = server;
            Thread.ofVirtual().name("lmtp").start(() -> hear(server, certificate));
            log.info("Mail may be handed over to {}", server.getLocalSocketAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("nobody can listen at " + address, e);
        }
    }

    int port() {
        var server = running;
        return server == null ? 0 : server.getLocalPort();
    }

    private void hear(ServerSocket server, @Nullable SSLContext certificate) {
        while (!server.isClosed())
            try {
                var caller = server.accept();
                Thread.ofVirtual().name("lmtp-talk").start(() -> talk(caller, certificate));
            } catch (IOException e) {
                if (!server.isClosed()) log.warn("A caller could not be heard: {}", Watching.words(e));
            }
    }

    /** Who is one too many is told to call again later. */
    private void talk(Socket caller, @Nullable SSLContext certificate) {
        try (caller) {
            caller.setSoTimeout(Math.toIntExact(Listening.PATIENCE.toMillis()));
            var talk =
                    new LmtpTalk(caller, settings.baseUrl().getHost(), limits.largest(), brought::handler, certificate);
            if (callers.welcome(talk)) hear(talk);
            else talk.putOff();
        } catch (IOException e) {
            log.debug("A talk broke off: {}", Watching.words(e));
        }
    }

    private void hear(LmtpTalk talk) throws IOException {
        try {
            talk.run();
        } finally {
            callers.gone(talk);
        }
    }

    @Override
    public synchronized void stop() {
        var server = running;
        running = null;
        try {
            if (server != null) server.close();
        } catch (IOException e) {
            log.debug("A line did not close: {}", Watching.words(e));
        }
        callers.partWithAll();
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
