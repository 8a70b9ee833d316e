package sportello.web.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static sportello.identity.LoggedIn.COOKIE;
import static sportello.saml.SmallSamlProvider.assertionOf;
import static sportello.saml.SmallSamlProvider.evil;
import static sportello.saml.SmallSamlProvider.named;
import static sportello.saml.SmallSamlProvider.signatureOf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import sportello.oidc.Audience;
import sportello.saml.SmallSamlProvider;

/** What the provider did not say, or not so, does not lead in. */
class SamlForgeryTest extends SamlDoors {
    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";

    /** Each a way to bring something that the provider did not say, or not to us, or not now. */
    @Test
    void what_the_provider_did_not_say_to_us_now_opens_nothing() throws Exception {
        Map<String, Consumer<SmallSamlProvider>> attacks = new LinkedHashMap<>();
        attacks.put("unsigned", odd -> odd.signsAssertion = false);
        attacks.put("another key, with our provider's certificate", odd -> odd.forged = true);
        attacks.put("another key, with its own certificate", odd -> {
            odd.forged = true;
            odd.showsForeign = true;
        });
        attacks.put("SHA-1 signature", odd -> odd.signing = "http://www.w3.org/2000/09/xmldsig#rsa-sha1");
        attacks.put("SHA-1 digest", odd -> odd.digesting = "http://www.w3.org/2000/09/xmldsig#sha1");
        attacks.put("late", odd -> odd.now = Instant.now().minusSeconds(365));
        attacks.put("early", odd -> odd.now = Instant.now().plusSeconds(65));
        attacks.put("another audience", odd -> odd.audience = "https://another.example/metadata");
        attacks.put("another destination", odd -> odd.destination = "https://another.example/acs");
        attacks.put("another recipient", odd -> odd.recipient = "https://another.example/acs");
        attacks.put("another request", odd -> odd.request = "_another");
        attacks.put("another provider with the same key", odd -> odd.issuer = "https://another.example/metadata");
        attacks.put("nobody", odd -> odd.nameId = " ");
        attacks.put("a name of this visit", odd -> odd.format = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient");
        attacks.put("altered", odd -> odd.writing = text -> text.replace(ADDRESS, OTHERS));
        attacks.put("response signed, assertion altered", odd -> {
            odd.signsResponse = true;
            odd.signsAssertion = false;
            odd.writing = text -> text.replace(ADDRESS, OTHERS);
        });
        attacks.put("a comment", odd -> odd.writing = text -> text.replace("laura.bassi@", "laura.bassi<!-- -->@"));
        attacks.put("a comment in the NameID", odd -> odd.writing = text -> text.replace(">17<", ">1<!-- -->7<"));
        attacks.put(
                "a DTD",
                odd -> odd.writing = text -> "<!DOCTYPE a [<!ENTITY b 'c'>]>" + text.replaceFirst("<\\?.*?\\?>", ""));
        attacks.put(
                "a file of ours",
                odd -> odd.writing = text -> "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>"
                        + text.replaceFirst("<\\?.*?\\?>", "").replace(">17<", ">&b;<"));
        attacks.put("too long", odd -> odd.writing = text -> text + " ".repeat(300_000));
        attacks.put("deep", odd -> odd.writing = text -> "<a>".repeat(5000) + "</a>".repeat(5000));
        attacks.put("no XML", odd -> odd.writing = text -> "%");
        assertThat(tried(attacks)).isEmpty();
    }

    /** The signed assertion stays whole, and beside, around or within it stands another one. */
    @Test
    void what_is_wrapped_around_a_signed_assertion_opens_nothing() throws Exception {
        Map<String, Consumer<SmallSamlProvider>> shapes = new LinkedHashMap<>();
        wrapped(shapes, "1: the signed answer within the signature of another", answer -> {
            var copy = (Element) answer.cloneNode(true);
            var signature = signatureOf(answer);
            alter(answer);
            answer.setAttribute("ID", "_evil");
            copy.removeChild(signatureOf(copy));
            signature.appendChild(named(answer, DS, "ds:Object")).appendChild(copy);
        });
        wrapped(shapes, "2: the signed answer before the signature of another", answer -> {
            var copy = (Element) answer.cloneNode(true);
            alter(answer);
            answer.setAttribute("ID", "_evil");
            copy.removeChild(signatureOf(copy));
            answer.insertBefore(copy, signatureOf(answer));
        });
        shape(
                shapes,
                "3: another one before it",
                (answer, signed) -> answer.insertBefore(evil(signed, OTHERS), signed));
        shape(shapes, "3: another one after it", (answer, signed) -> answer.appendChild(evil(signed, OTHERS)));
        shape(shapes, "4: within another one", (answer, signed) -> {
            var evil = evil(signed, OTHERS);
            answer.replaceChild(evil, signed);
            evil.appendChild(signed);
        });
        shape(shapes, "5: its signature in another one", (answer, signed) -> {
            var evil = evil(signed, OTHERS);
            evil.insertBefore(signatureOf(signed), evil.getFirstChild().getNextSibling());
            answer.insertBefore(evil, signed);
        });
        shape(shapes, "6: within its signature, which another one has", (answer, signed) -> {
            var evil = evil(signed, OTHERS);
            var signature = signatureOf(signed);
            evil.insertBefore(signature, evil.getFirstChild().getNextSibling());
            answer.replaceChild(evil, signed);
            signature.appendChild(signed);
        });
        shape(
                shapes,
                "7: another one among the extensions",
                (answer, signed) -> answer.insertBefore(
                                named(answer, "urn:oasis:names:tc:SAML:2.0:protocol", "samlp:Extensions"), signed)
                        .appendChild(evil(signed, OTHERS)));
        shape(shapes, "8: as an object of the signature of another one", (answer, signed) -> {
            var evil = evil(signed, OTHERS);
            var signature = signatureOf(signed);
            evil.insertBefore(signature, evil.getFirstChild().getNextSibling());
            answer.replaceChild(evil, signed);
            signature.appendChild(named(answer, DS, "ds:Object")).appendChild(signed);
        });
        assertThat(tried(shapes)).isEmpty();
    }

    private interface Shape {
        void put(Element answer, Element signed);
    }

    private static void shape(Map<String, Consumer<SmallSamlProvider>> shapes, String name, Shape shape) {
        shapes.put(name, odd -> odd.wrapping = answer -> shape.put(answer, assertionOf(answer)));
    }

    private static void wrapped(
            Map<String, Consumer<SmallSamlProvider>> shapes, String name, Consumer<Element> wrapping) {
        shapes.put(name, odd -> {
            odd.signsResponse = true;
            odd.signsAssertion = false;
            odd.wrapping = wrapping;
        });
    }

    private static void alter(Element answer) {
        assertionOf(answer).setAttribute("ID", "_evil2");
        var values = answer.getElementsByTagNameNS("urn:oasis:names:tc:SAML:2.0:assertion", "AttributeValue");
        values.item(0).setTextContent(OTHERS);
    }

    /** Those that opened something. The door opens before and after, so that it is they who do not. */
    private List<String> tried(Map<String, Consumer<SmallSamlProvider>> attacks) throws Exception {
        answered(departed("")).andExpect(redirectedUrl("/agent"));
        var entered = new ArrayList<String>();
        for (var attack : attacks.entrySet()) {
            try (var odd = new SmallSamlProvider()) {
                db.sql("delete from saml_provider").update();
                odd.keep(Audience.DESK, db, secrets);
                odd.attributes.put("email", List.of(ADDRESS));
                attack.getValue().accept(odd);
                var response = answered(departed(""), odd).andReturn().getResponse();
                if (response.getStatus() != 200 || response.getCookie(COOKIE) != null)
                    entered.add(attack.getKey() + " " + response.getStatus());
                db.sql("delete from oidc_subject").update();
            }
        }
        db.sql("delete from saml_provider").update();
        provider.keep(Audience.DESK, db, secrets);
        answered(departed("")).andExpect(redirectedUrl("/agent"));
        return entered;
    }
}
