package sportello.settings;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** An authority that tells servers, who ask it, how it stands with their certificates, for them to pass on (RFC 6960). */
final class Stapler implements AutoCloseable {
    private static final String WANTED = "jdk.tls.server.enableStatusRequestExtension";
    private static final String WHERE = "jdk.tls.stapling.responderURI";

    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;

    /**
     * @param status null for a good one
     * @param said when it was said; a day later it is out of date
     */
    Stapler(X509Certificate root, KeyPair keys, CertificateStatus status, Instant said) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.incrementAndGet();
                var answer = answer(question(exchange), root, keys, status, said);
                exchange.getResponseHeaders().set("Content-Type", "application/ocsp-response");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            } catch (Exception e) {
                throw new IOException(e);
            }
        });
        server.start();
        System.setProperty(WANTED, "true");
        System.setProperty(WHERE, "http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Short ones stand in the address. */
    private static byte[] question(HttpExchange exchange) throws IOException {
        return exchange.getRequestMethod().equals("GET")
                ? Base64.getDecoder()
                        .decode(exchange.getRequestURI().getPath().substring(1).replaceAll("\\s", ""))
                : exchange.getRequestBody().readAllBytes();
    }

    private static byte[] answer(
            byte[] question, X509Certificate root, KeyPair keys, CertificateStatus status, Instant said)
            throws Exception {
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        var answer = new BasicOCSPRespBuilder(
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()), digests.get(RespID.HASH_SHA1));
        for (var asked : new OCSPReq(question).getRequestList())
            answer.addResponse(
                    asked.getCertID(), status, Date.from(said), Date.from(said.plus(Duration.ofDays(1))), null);
        var holders = new JcaX509CertificateHolder[] {new JcaX509CertificateHolder(root)};
        return new OCSPRespBuilder()
                .build(OCSPRespBuilder.SUCCESSFUL, answer.build(OwnAuthority.signer(keys), holders, Date.from(said)))
                .getEncoded();
    }

    boolean wasAsked() {
        return asked.get() > 0;
    }

    @Override
    public void close() {
        System.clearProperty(WANTED);
        System.clearProperty(WHERE);
        server.stop(0);
    }
}
