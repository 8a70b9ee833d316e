package sportello.saml;

import static sportello.saml.SamlPaper.ASSERTION;
import static sportello.saml.SamlPaper.children;
import static sportello.saml.SamlPaper.require;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * For whom an answer is, to what, and as long as it holds (SAML Profiles 4.1.4.2): what may be left out by the standard, and by
 * the library, may not here. Clocks may differ by a minute.
 */
record SamlConditions(String us, String door, String request, Instant now) {
    static final Duration LEEWAY = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final String BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

    /** Until when the assertion could be brought again. */
    Instant check(Element answer) throws IOException {
        require(answer.getAttribute("Destination").equals(door), "an answer for another door");
        require(answer.getAttribute("InResponseTo").equals(request), "an answer to something else");
        var assertion = one(answer, "Assertion");
        require(!assertion.getAttribute("ID").isEmpty(), "an assertion without a name");
        var made = moment(assertion, "IssueInstant");
        require(made.isBefore(now.plus(LEEWAY)), "an assertion of tomorrow");
        require(!made.isBefore(now.minus(LONGEST)), "an assertion of yesterday");
        var conditions = one(assertion, "Conditions");
        holdsNow(conditions);
        var audiences = children(conditions, ASSERTION, "AudienceRestriction").toList();
        require(!audiences.isEmpty(), "an assertion for anybody");
        for (var audience : audiences)
            require(
                    children(audience, ASSERTION, "Audience")
                            .anyMatch(named -> named.getTextContent().strip().equals(us)),
                    "an assertion for somebody else");
        return confirmed(one(assertion, "Subject"));
    }

    /** When the person last showed the provider who it is. */
    static Instant provenAt(Element answer) throws IOException {
        return moment(one(one(answer, "Assertion"), "AuthnStatement"), "AuthnInstant");
    }

    private Instant confirmed(Element subject) throws IOException {
        var bearers = children(subject, ASSERTION, "SubjectConfirmation")
                .filter(confirmation -> confirmation.getAttribute("Method").equals(BEARER))
                .toList();
        require(bearers.size() == 1, "an assertion of which nobody says who may bring it");
        var data = one(bearers.getFirst(), "SubjectConfirmationData");
        require(data.getAttribute("Recipient").equals(door), "an assertion for another door");
        require(data.getAttribute("InResponseTo").equals(request), "an assertion to something else");
        holdsNow(data);
        return moment(data, "NotOnOrAfter").plus(LEEWAY);
    }

    private void holdsNow(Element bounded) throws IOException {
        var from = at(bounded, "NotBefore");
        var until = at(bounded, "NotOnOrAfter");
        require(from.isEmpty() || !now.plus(LEEWAY).isBefore(from.get()), "it is too early");
        require(until.isEmpty() || now.minus(LEEWAY).isBefore(until.get()), "it is over");
    }

    static Element one(Element within, String name) throws IOException {
        List<Element> found = children(within, ASSERTION, name).toList();
        require(found.size() == 1, "not exactly one " + name);
        return found.getFirst();
    }

    static Instant moment(Element of, String name) throws IOException {
        return at(of, name).orElseThrow(() -> new IOException("no " + name));
    }

    private static Optional<Instant> at(Element of, String name) throws IOException {
        var said = of.getAttribute(name);
        if (said.isEmpty()) return Optional.empty();
        try {
            return Optional.of(OffsetDateTime.parse(said).toInstant());
        } catch (DateTimeException odd) {
            throw new IOException("no moment: " + name, odd);
        }
    }
}
