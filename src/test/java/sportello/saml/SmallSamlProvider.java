package sportello.saml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static sportello.oidc.TestKey.HOUSE;
import static sportello.oidc.TestKey.PROVIDER;
import static sportello.oidc.TestKey.STRANGER;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Inflater;
import javax.crypto.KeyGenerator;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.keys.KeyInfo;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.apache.xml.security.utils.XMLUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import sportello.oidc.Audience;
import sportello.oidc.SmallProvider;
import sportello.oidc.TestKey;
import sportello.settings.Secrets;

/** A SAML provider in the test's own process: says of everybody what the test wants, well or badly, to signed requests alone. */
public final class SmallSamlProvider implements AutoCloseable {
    public static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    public static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final Pattern POSTED = Pattern.compile("name=\"SAMLResponse\" value=\"([^\"]+)\"");

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    static {
        org.apache.xml.security.Init.init();
    }

    /** What the next answers say of the person. */
    public final Map<String, List<String>> attributes = new LinkedHashMap<>();

    public String nameId = "17";
    public String format = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
    public String issuer = "";
    public String assertionId = "";
    public String audience = "";
    public String destination = "";
    public String recipient = "";
    public String request = "";
    public Instant now = Instant.now();
    public Instant authenticated = Instant.now();
    public boolean signsResponse;
    public boolean signsAssertion = true;
    public boolean encrypts;
    public boolean forged;
    public boolean showsForeign;
    public String context = "urn:oasis:names:tc:SAML:2.0:ac:classes:Password";

    /** Instead of an answer, why it gives none; 0 for an answer. */
    public int error;

    /** The certificate by which it knows the house. */
    public String house = HOUSE.certificate();

    /** The one to which it encrypts; empty for the same. */
    public String encryptingTo = "";

    public String signing = RSA_SHA256;
    public String digesting = SHA256;

    /** What is done to an answer before it is signed. */
    public Consumer<Element> saying = answer -> {};

    /** What is done to an answer that is signed already. */
    public Consumer<Element> wrapping = answer -> {};

    /** The same to its text. */
    public UnaryOperator<String> writing = text -> text;

    private final HttpServer server;

    public SmallSamlProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.createContext("/sso", this::ask);
        server.start();
    }

    public String entityId() {
        return "http://localhost:" + server.getAddress().getPort() + "/metadata";
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/sso";
    }

    public static String certificate() {
        return PROVIDER.certificate();
    }

    /** What it says of itself, with two certificates: the old one first. */
    public String metadata() {
        return """
                <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%s">
                  <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                    <md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>
                      <ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
                    <md:KeyDescriptor><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>
                      <ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
                    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://no.example"/>
                    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="%s"/>
                  </md:IDPSSODescriptor>
                </md:EntityDescriptor>
                """.formatted(entityId(), bare(HOUSE), bare(PROVIDER), address());
    }

    private static String bare(TestKey key) {
        return key.certificate().replaceAll("-----[A-Z ]+-----|\\s", "");
    }

    /** As if administrators had kept it. */
    public void keep(Audience whom, JdbcClient db, Secrets secrets) {
        keep(whom, entityId(), address(), db, secrets);
    }

    public static void keep(Audience whom, String entityId, String address, JdbcClient db, Secrets secrets) {
        db.sql("""
                insert into saml_provider (audience, active, name, entity_id, address, certificates, login, email, first_name,
                                           last_name, groups, our_key, our_certificate)
                values (:audience, true, 'Valle', :entity, :address, :certificates, '', 'email', 'givenName', 'sn', 'groups',
                        :key, :certificate)
                    on conflict do nothing
                """)
                .param("audience", whom.key())
                .param("entity", entityId)
                .param("address", address)
                .param("certificates", PROVIDER.certificate())
                .param("key", secrets.encrypt(HOUSE.secret()))
                .param("certificate", HOUSE.certificate())
                .update();
    }

    /** The same on another site than the house, as browsers tell sites apart: by the host's name and not by its port. */
    public void keepElsewhere(Audience whom, JdbcClient db, Secrets secrets) {
        keep(whom, entityId(), address().replace("localhost", "127.0.0.1"), db, secrets);
    }

    /** What the browser that leaves for this address posts when it comes back. */
    public String answer(URI departure) {
        try {
            var page = BROWSER.send(HttpRequest.newBuilder(departure).build(), HttpResponse.BodyHandlers.ofString());
            var posted = POSTED.matcher(page.body());
            if (!posted.find()) throw new IllegalStateException(page.body());
            return posted.group(1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The request that stands in an address, as text. */
    public static String asked(URI departure) {
        try {
            var inflater = new Inflater(true);
            inflater.setInput(Base64.getDecoder()
                    .decode(SmallProvider.fields(departure.getRawQuery()).get("SAMLRequest")));
            var bytes = new byte[20_000];
            var length = inflater.inflate(bytes);
            inflater.end();
            return new String(bytes, 0, length, UTF_8);
        } catch (java.util.zip.DataFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private void ask(HttpExchange exchange) throws IOException {
        String page;
        try {
            var raw = exchange.getRequestURI();
            page = isSigned(raw.getRawQuery()) ? page(asked(raw)) : "not signed";
        } catch (Exception failed) {
            page = failed.toString();
        }
        var body = page.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** It sends itself off, as those of providers do. */
    private String page(String asked) throws Exception {
        return """
                <!doctype html><title>Valle</title><link rel="icon" href="data:,">
                <form method="post" action="%s"><input type="hidden" name="SAMLResponse" value="%s"></form>
                <script>document.forms[0].submit()</script>
                """.formatted(field(asked, "AssertionConsumerServiceURL"), encoded(asked));
    }

    private boolean isSigned(String query) throws GeneralSecurityException {
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(Certificates.read(house).getFirst());
        verifier.update(query.substring(0, query.indexOf("&Signature=")).getBytes(UTF_8));
        return verifier.verify(
                Base64.getDecoder().decode(SmallProvider.fields(query).get("Signature")));
    }

    /** What it answers to a request. */
    String encoded(String asked) throws Exception {
        if (error > 0) return Base64.getEncoder().encodeToString(failure(asked).getBytes(UTF_8));
        var root = SamlPaper.read(text(asked)).getDocumentElement();
        saying.accept(root);
        var assertion =
                SamlPaper.children(root, SamlPaper.ASSERTION, "Assertion").findFirst();
        if (signsAssertion && assertion.isPresent()) sign(assertion.get());
        if (encrypts) encrypt(root.getOwnerDocument(), assertion.orElseThrow());
        if (signsResponse) sign(root);
        wrapping.accept(root);
        var text = writing.apply(written(root.getOwnerDocument()));
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String written(Document document) throws IOException {
        try (var out = new java.io.ByteArrayOutputStream()) {
            XMLUtils.outputDOM(document, out);
            return out.toString(UTF_8);
        }
    }

    /** As SPID says that somebody is not let through. */
    private String failure(String asked) {
        return """
                <samlp:Response xmlns:samlp="%s" xmlns:saml="%s" ID="_%s" Version="2.0" IssueInstant="%s" Destination="%s" \
                InResponseTo="%s"><saml:Issuer>%s</saml:Issuer><samlp:Status>\
                <samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder">\
                <samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:AuthnFailed"/></samlp:StatusCode>\
                <samlp:StatusMessage>ErrorCode nr%d</samlp:StatusMessage></samlp:Status></samlp:Response>
                """.formatted(
                        SamlPaper.PROTOCOL,
                        SamlPaper.ASSERTION,
                        UUID.randomUUID(),
                        now.truncatedTo(ChronoUnit.MILLIS),
                        field(asked, "AssertionConsumerServiceURL"),
                        field(asked, "ID"),
                        entityId(),
                        error);
    }

    private String text(String asked) {
        var id = request.isEmpty() ? field(asked, "ID") : request;
        var door = field(asked, "AssertionConsumerServiceURL");
        var us = asked.replaceAll("(?s).*<saml:Issuer[^>]*>(.*)</saml:Issuer>.*", "$1");
        var moment = now.truncatedTo(ChronoUnit.MILLIS);
        var said = new StringBuilder();
        attributes.forEach((name, values) -> {
            said.append("<saml:Attribute Name=\"").append(name).append("\">");
            for (var value : values)
                said.append("<saml:AttributeValue>").append(value).append("</saml:AttributeValue>");
            said.append("</saml:Attribute>");
        });
        return """
                <samlp:Response xmlns:samlp="%s" xmlns:saml="%s" ID="_%s" Version="2.0" IssueInstant="%s" Destination="%s" \
                InResponseTo="%s"><saml:Issuer>%s</saml:Issuer><samlp:Status><samlp:StatusCode \
                Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>\
                <saml:Assertion ID="%s" Version="2.0" IssueInstant="%s"><saml:Issuer \
                Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity">%s</saml:Issuer>\
                <saml:Subject><saml:NameID Format="%s" NameQualifier="%s">%s</saml:NameID>\
                <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData \
                InResponseTo="%s" NotOnOrAfter="%s" Recipient="%s"/></saml:SubjectConfirmation></saml:Subject>\
                <saml:Conditions NotBefore="%s" NotOnOrAfter="%s"><saml:AudienceRestriction><saml:Audience>%s</saml:Audience>\
                </saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="%s"><saml:AuthnContext>\
                <saml:AuthnContextClassRef>%s</saml:AuthnContextClassRef>\
                </saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>%s</saml:AttributeStatement>\
                </saml:Assertion></samlp:Response>
                """.formatted(
                        SamlPaper.PROTOCOL,
                        SamlPaper.ASSERTION,
                        UUID.randomUUID(),
                        moment,
                        destination.isEmpty() ? door : destination,
                        id,
                        entityId(),
                        assertionId.isEmpty() ? "_" + UUID.randomUUID() : assertionId,
                        moment,
                        issuer.isEmpty() ? entityId() : issuer,
                        format,
                        entityId(),
                        nameId,
                        id,
                        moment.plusSeconds(300),
                        recipient.isEmpty() ? door : recipient,
                        moment,
                        moment.plusSeconds(300),
                        audience.isEmpty() ? us : audience,
                        authenticated.truncatedTo(ChronoUnit.MILLIS),
                        context,
                        said);
    }

    private static String field(String asked, String name) {
        var found = Pattern.compile("[ ]" + name + "=\"([^\"]*)\"").matcher(asked);
        if (!found.find()) throw new IllegalStateException(asked);
        return found.group(1);
    }

    private void sign(Element signed) throws Exception {
        var document = signed.getOwnerDocument();
        signed.setIdAttribute("ID", true);
        var signature = new XMLSignature(document, "", signing, EXCLUSIVE);
        signed.insertBefore(signature.getElement(), signed.getFirstChild().getNextSibling());
        var transforms = new Transforms(document);
        transforms.addTransform(Transforms.TRANSFORM_ENVELOPED_SIGNATURE);
        transforms.addTransform(EXCLUSIVE);
        signature.addDocument("#" + signed.getAttribute("ID"), transforms, digesting);
        signature.addKeyInfo(shown());
        signature.sign(key());
    }

    private PrivateKey key() {
        return (forged ? STRANGER : PROVIDER).open();
    }

    private X509Certificate shown() {
        return (showsForeign ? STRANGER : PROVIDER).x509();
    }

    private void encrypt(Document document, Element assertion) throws Exception {
        var envelope = document.createElementNS(SamlPaper.ASSERTION, "saml:EncryptedAssertion");
        assertion.getParentNode().replaceChild(envelope, assertion);
        envelope.appendChild(assertion);
        var generator = KeyGenerator.getInstance("AES");
        generator.init(256);
        var secret = generator.generateKey();
        var wrapper = XMLCipher.getInstance(XMLCipher.RSA_OAEP);
        wrapper.init(
                XMLCipher.WRAP_MODE,
                Certificates.read(encryptingTo.isEmpty() ? house : encryptingTo)
                        .getFirst()
                        .getPublicKey());
        var cipher = XMLCipher.getInstance(XMLCipher.AES_256_GCM);
        cipher.init(XMLCipher.ENCRYPT_MODE, secret);
        var information = new KeyInfo(document);
        information.add(wrapper.encryptKey(document, secret));
        cipher.getEncryptedData().setKeyInfo(information);
        cipher.doFinal(document, assertion);
    }

    /** A second assertion beside the signed one, of somebody else and signed by nobody. */
    public static Element evil(Element signed, String email) {
        var evil = (Element) signed.cloneNode(true);
        signatureOf(evil).getParentNode().removeChild(signatureOf(evil));
        evil.setAttribute("ID", "_evil");
        SamlPaper.all(evil, SamlPaper.ASSERTION, "AttributeValue")
                .findFirst()
                .orElseThrow()
                .setTextContent(email);
        SamlPaper.all(evil, SamlPaper.ASSERTION, "NameID")
                .findFirst()
                .orElseThrow()
                .setTextContent("evil");
        return evil;
    }

    public static Element assertionOf(Element answer) {
        return SamlPaper.all(answer, SamlPaper.ASSERTION, "Assertion")
                .findFirst()
                .orElseThrow();
    }

    public static Element signatureOf(Element signed) {
        return SamlPaper.children(signed, SamlPaper.SIGNATURE, "Signature")
                .findFirst()
                .orElseThrow();
    }

    /** The first directly in it that is called so. */
    static Element child(Element within, String name) {
        return Stream.of(SamlPaper.ASSERTION, SamlPaper.PROTOCOL)
                .flatMap(namespace -> SamlPaper.children(within, namespace, name))
                .findFirst()
                .orElseThrow();
    }

    /** Something of that name, for what is to be hidden. */
    public static Element named(Element near, String namespace, String name) {
        return near.getOwnerDocument().createElementNS(namespace, name);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
