package sportello.saml;

import com.onelogin.saml2.model.AttributeConsumingService;
import com.onelogin.saml2.model.RequestedAttribute;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Document;

/** What SPID asks for beyond SAML: how surely people are known, by what, and how it says that somebody is not let through. */
final class Spid {
    static final int HIGHEST = 3;

    /** As SPID calls what tells people apart. */
    static final String TAX_CODE = "fiscalNumber";

    /** From this level on nobody enters because the provider remembers the browser. */
    private static final int ASKS_ANEW = 2;

    private static final Pattern ERROR = Pattern.compile("ErrorCode nr(\\d{1,3})");
    private static final String BASIC = "urn:oasis:names:tc:SAML:2.0:attrname-format:basic";
    private static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";

    private Spid() {}

    static boolean asksAnew(int level) {
        return level >= ASKS_ANEW;
    }

    static String context(int level) {
        return "https://www.spid.gov.it/SpidL" + level;
    }

    /** A request as SPID wants it: for the attributes that our description names, by a house that says what its name is. */
    static String request(String xml, String us) {
        return xml.replaceFirst(
                        "AssertionConsumerServiceURL=",
                        "AttributeConsumingServiceIndex=\"1\" AssertionConsumerServiceURL=")
                .replace(
                        "<saml:Issuer>",
                        "<saml:Issuer Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:entity\" NameQualifier=\"" + us
                                + "\">");
    }

    /** Our description as SPID wants it: in Italian, and the door for its answers is the first of ours. */
    static String description(String xml) {
        return xml.replace(" xml:lang=\"en\"", " xml:lang=\"it\"")
                .replace(" index=\"1\"/>", " index=\"0\" isDefault=\"true\"/>");
    }

    /** The one thing that is asked of a person: all else is in the register already. */
    static AttributeConsumingService wish(String name) {
        var wish = new AttributeConsumingService("Sportello", "Sportello");
        wish.addRequestedAttribute(new RequestedAttribute(name, null, true, BASIC, null));
        return wish;
    }

    /** Why SPID lets nobody through, as a message says it; empty for an answer that is none of these. */
    static Optional<String> refusal(Document answer) {
        var root = answer.getDocumentElement();
        var states = SamlPaper.all(root, SamlPaper.PROTOCOL, "StatusCode")
                .map(code -> code.getAttribute("Value"))
                .toList();
        if (!SamlPaper.is(root, SamlPaper.PROTOCOL, "Response") || states.isEmpty() || states.equals(List.of(SUCCESS)))
            return Optional.empty();
        return SamlPaper.all(root, SamlPaper.PROTOCOL, "StatusMessage")
                .map(message -> ERROR.matcher(message.getTextContent()))
                .filter(java.util.regex.Matcher::find)
                .map(error -> message(Integer.parseInt(error.group(1))))
                .findFirst();
    }

    private static String message(int error) {
        return switch (error) {
            case 19 -> "spid.tries";
            case 20 -> "spid.level";
            case 21 -> "spid.late";
            case 22 -> "spid.consent";
            case 23 -> "spid.suspended";
            case 25 -> "spid.cancelled";
            case 30 -> "spid.kind";
            default -> "spid.failed";
        };
    }
}
