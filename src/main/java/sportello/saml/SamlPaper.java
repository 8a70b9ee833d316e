package sportello.saml;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A document of a stranger: bounded, without a DTD, and of exactly one shape. An answer holds one assertion, each signature covers
 * the very element in which it lies, and nothing stands in it that a signature does not see (comments) or that something else
 * might read otherwise. So what we read is what was signed, however the elements are wrapped.
 */
final class SamlPaper {
    static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
    static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
    private static final String ENCRYPTION = "http://www.w3.org/2001/04/xmlenc#";

    /** In characters. */
    static final int LONGEST = 256 << 10;

    private static final int DEEPEST = 60;

    private static final Set<String> SIGNING = Set.of(
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512");
    private static final Set<String> DIGESTING = Set.of(
            "http://www.w3.org/2001/04/xmlenc#sha256",
            "http://www.w3.org/2001/04/xmldsig-more#sha384",
            "http://www.w3.org/2001/04/xmlenc#sha512");
    private static final Set<String> TRANSFORMING = Set.of(
            "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
            "http://www.w3.org/2001/10/xml-exc-c14n#",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315");
    /** Whoever asks often enough learns from failures what was encrypted so. */
    private static final Set<String> WEAK_ENCRYPTION = Set.of(ENCRYPTION + "rsa-1_5", ENCRYPTION + "tripledes-cbc");

    private static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";

    /** What is encrypted, or its key, lies in the answer and nowhere else. */
    private static final Set<String> LEADING_OUT = Set.of("CipherReference", "RetrievalMethod");

    private SamlPaper() {}

    static Document read(String text) throws IOException {
        if (text.length() > LONGEST) throw new IOException("it is too long");
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
            factory.setXIncludeAware(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(text)));
        } catch (ParserConfigurationException | SAXException odd) {
            throw new IOException("nobody can read it", odd);
        }
    }

    /** The answer, in clear or with its assertion encrypted, if it has the one shape. */
    static Element answer(Document document) throws IOException {
        var root = document.getDocumentElement();
        require(is(root, PROTOCOL, "Response"), "it is no answer");
        var status = all(root, PROTOCOL, "StatusCode")
                .map(code -> code.getAttribute("Value"))
                .toList();
        require(status.equals(List.of(SUCCESS)), "the provider says " + status);
        require(nodes(root).allMatch(SamlPaper::isPlain), "comments or instructions stand in it");
        require(hasOneAssertion(root), "it has not exactly one assertion");
        var ids = new HashSet<String>();
        require(
                elements(root)
                        .map(one -> one.getAttribute("ID"))
                        .filter(id -> !id.isEmpty())
                        .allMatch(ids::add),
                "a name stands in it twice");
        for (var signature : all(root, SIGNATURE, "Signature").toList()) check(signature, root);
        require(
                all(root, ENCRYPTION, "EncryptionMethod")
                        .noneMatch(method -> WEAK_ENCRYPTION.contains(method.getAttribute("Algorithm"))),
                "weak encryption");
        require(elements(root).noneMatch(one -> LEADING_OUT.contains(local(one))), "something that lies elsewhere");
        return root;
    }

    private static boolean hasOneAssertion(Element root) {
        var within = elements(root)
                .filter(one -> Set.of("Assertion", "EncryptedAssertion").contains(local(one)))
                .toList();
        return within.size() == 1
                && within.getFirst().getParentNode().isSameNode(root)
                && ASSERTION.equals(within.getFirst().getNamespaceURI())
                && elements(root).filter(one -> local(one).equals("Response")).count() == 1;
    }

    private static void check(Element signature, Element root) throws IOException {
        var signed = (Element) signature.getParentNode();
        var isRoot = signed.isSameNode(root);
        var isAssertion =
                is(signed, ASSERTION, "Assertion") && signed.getParentNode().isSameNode(root);
        require(isRoot || isAssertion, "a signature at the wrong place");
        require(children(signed, SIGNATURE, "Signature").count() == 1, "two signatures of one thing");
        require(all(signature, SIGNATURE, "Object").findAny().isEmpty(), "a signature with something in it");
        var references = all(signature, SIGNATURE, "Reference").toList();
        require(references.size() == 1, "a signature of several things");
        require(
                references.getFirst().getAttribute("URI").equals("#" + signed.getAttribute("ID"))
                        && !signed.getAttribute("ID").isEmpty(),
                "a signature of something else");
        require(areOf(SIGNING, signature, "SignatureMethod"), "an old way to sign");
        require(areOf(DIGESTING, signature, "DigestMethod"), "an old way to sign");
        require(areOf(TRANSFORMING, signature, "Transform"), "a signature of something transformed");
        require(areOf(TRANSFORMING, signature, "CanonicalizationMethod"), "a signature of something transformed");
    }

    private static boolean areOf(Set<String> known, Element signature, String name) {
        return all(signature, SIGNATURE, name).allMatch(one -> known.contains(one.getAttribute("Algorithm")));
    }

    static void require(boolean holds, String complaint) throws IOException {
        if (!holds) throw new IOException(complaint);
    }

    private static boolean isPlain(Node node) {
        return switch (node.getNodeType()) {
            case Node.ELEMENT_NODE, Node.TEXT_NODE, Node.CDATA_SECTION_NODE -> true;
            default -> false;
        };
    }

    static boolean is(Node node, String namespace, String name) {
        return namespace.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
    }

    /** Those directly in it. */
    static Stream<Element> children(Element within, String namespace, String name) {
        return list(within).filter(node -> is(node, namespace, name)).map(Element.class::cast);
    }

    /** Those anywhere in it, in their order. */
    static Stream<Element> all(Element within, String namespace, String name) {
        return elements(within).filter(one -> is(one, namespace, name));
    }

    private static Stream<Element> elements(Element within) {
        return nodes(within).filter(Element.class::isInstance).map(Element.class::cast);
    }

    private static Stream<Node> nodes(Node within) {
        return Stream.concat(Stream.of(within), list(within).flatMap(SamlPaper::nodes));
    }

    private static Stream<Node> list(Node within) {
        var found = within.getChildNodes();
        return IntStream.range(0, found.getLength()).mapToObj(found::item);
    }

    private static String local(Element one) {
        return Objects.toString(one.getLocalName(), "");
    }
}
