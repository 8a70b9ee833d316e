package sportello.saml;

import static sportello.saml.SamlPaper.ASSERTION;
import static sportello.saml.SamlPaper.require;

import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * What SPID wants of an answer beyond SAML, as AgID's technical rules and the cases of its validator say. CIE answers alike, but
 * may leave out the format of an issuer, which then is what it has to be.
 *
 * @param provider who has to have made it
 * @param level how surely the person must be known
 * @param asked when the request was made
 */
record SpidAnswer(String provider, int level, Instant asked, Instant now) {
    private static final String FORMAT = "urn:oasis:names:tc:SAML:2.0:nameid-format:";
    private static final Pattern LEVEL = Pattern.compile("https://www\\.spid\\.gov\\.it/SpidL([123])");

    void check(Element answer) throws IOException {
        var assertion = SamlConditions.one(answer, "Assertion");
        for (var paper : Set.of(answer, assertion)) {
            var made = SamlConditions.moment(paper, "IssueInstant");
            require(!made.isBefore(asked.minus(SamlConditions.LEEWAY)), "an answer older than its question");
            require(made.isBefore(now.plus(SamlConditions.LEEWAY)), "an answer of tomorrow");
            checkIssuer(SamlConditions.one(paper, "Issuer"));
        }
        checkName(SamlConditions.one(SamlConditions.one(assertion, "Subject"), "NameID"));
        var conditions = SamlConditions.one(assertion, "Conditions");
        for (var bound : Set.of("NotBefore", "NotOnOrAfter")) SamlConditions.moment(conditions, bound);
        checkLevel(assertion);
    }

    private void checkIssuer(Element issuer) throws IOException {
        require(issuer.getTextContent().strip().equals(provider), "an answer of somebody else");
        require(
                !issuer.hasAttribute("Format") || issuer.getAttribute("Format").equals(FORMAT + "entity"),
                "an issuer that is no entity");
    }

    private static void checkName(Element name) throws IOException {
        require(name.getAttribute("Format").equals(FORMAT + "transient"), "a name of more than this visit");
        require(!name.getAttribute("NameQualifier").isBlank(), "a name that nobody gave");
        require(!name.getTextContent().isBlank(), "an assertion of nobody");
    }

    /** Whether the person was known at least as surely as was asked. */
    private void checkLevel(Element assertion) throws IOException {
        var said = SamlPaper.all(assertion, ASSERTION, "AuthnContextClassRef")
                .map(context -> LEVEL.matcher(context.getTextContent().strip()))
                .map(context -> context.matches() ? Integer.parseInt(context.group(1)) : 0)
                .toList();
        require(said.size() == 1 && said.getFirst() >= level, "SPID did not know the person surely enough: " + said);
    }
}
