package sportello.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.SSLSocketVerifier;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/**
 * Sees to it that the certificate is for the name, or the address, that administrators wrote. The verifier that comes with
 * the library also asks the name service which names an address has, and believes it.
 */
final class ServerName extends SSLSocketVerifier {
    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    @Override
    public void verifySSLSocket(String host, int port, SSLSocket socket) throws LDAPException {
        try {
            var certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            var names = Objects.requireNonNullElse(certificate.getSubjectAlternativeNames(), List.<List<?>>of());
            if (!includes(names, host.toLowerCase(Locale.ROOT)))
                throw new LDAPException(ResultCode.CONNECT_ERROR, "the certificate is not for " + host);
        } catch (SSLPeerUnverifiedException | CertificateParsingException e) {
            throw new LDAPException(ResultCode.CONNECT_ERROR, e);
        }
    }

    static boolean includes(Collection<List<?>> names, String host) {
        var isAddress = host.contains(":") || host.matches("[0-9.]+");
        return names.stream()
                .filter(name -> name.getFirst().equals(isAddress ? ADDRESS : DNS))
                .anyMatch(name -> fits(name.get(1).toString().toLowerCase(Locale.ROOT), host));
    }

    /** A star stands for one whole label, the first. */
    private static boolean fits(String named, String host) {
        if (!named.startsWith("*.")) return named.equals(host);
        var dot = host.indexOf('.');
        return dot > 0 && named.substring(1).equals(host.substring(dot)) && named.indexOf('.', 2) > 0;
    }
}
