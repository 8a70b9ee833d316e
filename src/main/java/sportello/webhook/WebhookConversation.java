package sportello.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.ModalCloseable;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import sportello.base.CleanText;
import sportello.settings.Trust;

/**
 * Posts one message to one address, and listens to the answer. The other side is a stranger: no redirect is followed, its
 * certificate is checked, and neither its time nor its words are without end. Not within a transaction.
 */
@Component
class WebhookConversation {
    private static final Logger log = LoggerFactory.getLogger(WebhookConversation.class);
    private static final Timeout CONNECTING = Timeout.ofSeconds(5);
    private static final Duration ALTOGETHER = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final int MOST_READ = 4096;
    private static final int MOST_KEPT = 300;
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final Clock clock;
    private final Duration altogether;

    @Autowired
    WebhookConversation(Clock clock) {
        this(clock, ALTOGETHER);
    }

    /** @param altogether how long one conversation may take */
    WebhookConversation(Clock clock, Duration altogether) {
        this.clock = clock;
        this.altogether = altogether;
    }

    /**
     * Whom to call, and how.
     *
     * @param allowed whether it may lie within our own network
     */
    record Call(WebhookAddress address, boolean allowed, String ownCa) {}

    Answer post(Call call, Payload payload) {
        var post = new HttpPost(call.address().uri());
        post.setEntity(new ByteArrayEntity(payload.bytes(), ContentType.APPLICATION_JSON));
        payload.headers().forEach(post::setHeader);
        var talk = new FutureTask<>(() -> talk(call, post));
        Thread.ofVirtual().name("webhook").start(talk);
        try {
            return talk.get(altogether.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            hangUp(post);
            return Answer.none(Trouble.SLOW);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a webhook could not be called", e.getCause());
        } catch (InterruptedException stopping) {
            hangUp(post);
            Thread.currentThread().interrupt();
            return Answer.none(Trouble.BROKEN);
        }
    }

    private Answer talk(Call call, HttpPost post) throws GeneralSecurityException {
        try (var client = client(call)) {
            var response = client.executeOpen(null, post, null);
            try {
                return Answer.of(response.getCode(), words(response), pause(response));
            } finally {
                breakOff(response);
            }
        } catch (Reachable.Refused e) {
            return Answer.none(Trouble.INSIDE);
        } catch (UnknownHostException e) {
            return Answer.none(Trouble.UNKNOWN_HOST);
        } catch (SSLException e) {
            return Answer.none(Trouble.UNTRUSTED);
        } catch (ConnectException | NoRouteToHostException e) {
            return Answer.none(Trouble.UNREACHABLE);
        } catch (InterruptedIOException e) {
            return Answer.none(Trouble.SLOW);
        } catch (IOException e) {
            return Answer.none(Trouble.BROKEN);
        }
    }

    /** For one call: the next may be answered by another machine. */
    private CloseableHttpClient client(Call call)
            throws UnknownHostException, Reachable.Refused, GeneralSecurityException {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(Reachable.of(call.address(), call.allowed()))
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(
                        Trust.context(call.ownCa()),
                        PROTOCOLS,
                        null,
                        SSLBufferMode.STATIC,
                        HostnameVerificationPolicy.BOTH,
                        HttpsSupport.getDefaultHostnameVerifier()))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECTING)
                        .setSocketTimeout(Timeout.of(altogether))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setRedirectsEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .setResponseTimeout(Timeout.of(altogether))
                        .build())
                .setUserAgent("Sportello")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** The talk may end by itself at the very same moment: then its line is gone already, which the client takes amiss. */
    private static void hangUp(HttpPost post) {
        try {
            post.cancel();
        } catch (IllegalStateException over) {
            log.debug("A webhook hung up first", over);
        }
    }

    /** At once: a polite end would be to hear it out. */
    private static void breakOff(ClassicHttpResponse response) {
        if (response instanceof ModalCloseable open) open.close(CloseMode.IMMEDIATE);
    }

    /** The beginning; what is beyond it is never read. */
    private static String words(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        if (entity == null) return "";
        // not closed: that would read all of it
        var read = entity.getContent().readNBytes(MOST_READ);
        var words = CleanText.line(new String(read, UTF_8).replace('\0', ' '));
        return words.length() <= MOST_KEPT ? words : CleanText.lines(words.substring(0, MOST_KEPT));
    }

    private @Nullable Duration pause(ClassicHttpResponse response) {
        var header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        if (header == null) return null;
        var pause = pause(header.getValue().strip());
        if (pause == null || pause.isNegative()) return null;
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** In seconds, or until a moment (RFC 9110, 10.2.3). */
    private @Nullable Duration pause(String said) {
        if (said.matches("[0-9]{1,9}")) return Duration.ofSeconds(Long.parseLong(said));
        try {
            return Duration.between(clock.instant(), ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
