package sportello.saml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import sportello.oidc.Audience;
import sportello.oidc.TestKey;

/** What of SPID's answers counts, case by case. */
class SpidAnswerTest {
    private static final String DOOR = "https://desk.example/login/saml/answer";

    /**
     * The cases of AgID's validator that an answer alone can show, by its numbers: where in the answer, and what becomes of it
     * there. {@code -} takes something away, {@code =} says something else, {@code #} is an attribute. The last ones are to be
     * taken: AgID wants 71 refused, but CIE answers so.
     */
    private static final String CASES = """
            8   |                                              | #ID=
            9   |                                              | -#ID
            10  |                                              | #Version=1.1
            11  |                                              | #IssueInstant=
            12  |                                              | -#IssueInstant
            13  |                                              | #IssueInstant=01/01/2026
            14  |                                              | #IssueInstant=2018-01-01T00:00:00Z
            15  |                                              | #IssueInstant=2099-01-01T00:00:00Z
            16  |                                              | #InResponseTo=
            17  |                                              | -#InResponseTo
            18  |                                              | #InResponseTo=_another
            19  |                                              | #Destination=
            20  |                                              | -#Destination
            21  |                                              | #Destination=https://another.example/acs
            22  | Status                                       | =
            23  | Status                                       | -
            24  | Status/StatusCode                            | #Value=
            25  | Status/StatusCode                            | -
            26  | Status/StatusCode                            | #Value=urn:oasis:names:tc:SAML:2.0:status:VersionMismatch
            27  | Issuer                                       | =
            28  | Issuer                                       | -
            29  | Issuer                                       | =https://another.example/metadata
            30  | Issuer                                       | #Format=urn:oasis:names:tc:SAML:2.0:nameid-format:transient
            32  | Assertion                                    | -
            35  | Assertion                                    | #Version=1.1
            36  | Assertion                                    | #IssueInstant=
            37  | Assertion                                    | -#IssueInstant
            38  | Assertion                                    | #IssueInstant=01/01/2026
            39  | Assertion                                    | #IssueInstant=2018-01-01T00:00:00Z
            40  | Assertion                                    | #IssueInstant=2099-01-01T00:00:00Z
            41  | Assertion/Subject                            | =
            42  | Assertion/Subject                            | -
            43  | Assertion/Subject/NameID                     | =
            44  | Assertion/Subject/NameID                     | -
            45  | Assertion/Subject/NameID                     | #Format=
            46  | Assertion/Subject/NameID                     | -#Format
            47  | Assertion/Subject/NameID                     | #Format=urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress
            48  | Assertion/Subject/NameID                     | #NameQualifier=
            49  | Assertion/Subject/NameID                     | -#NameQualifier
            51  | Assertion/Subject/SubjectConfirmation        | =
            52  | Assertion/Subject/SubjectConfirmation        | -
            53  | Assertion/Subject/SubjectConfirmation        | #Method=
            54  | Assertion/Subject/SubjectConfirmation        | -#Method
            55  | Assertion/Subject/SubjectConfirmation        | #Method=urn:oasis:names:tc:SAML:2.0:cm:sender-vouches
            56  | Assertion/Subject/SubjectConfirmation/SubjectConfirmationData | -
            57  | Assertion/Subject/SubjectConfirmation/SubjectConfirmationData | #Recipient=
            58  | Assertion/Subject/SubjectConfirmation/SubjectConfirmationData | -#Recipient
            59  | Assertion/Subject/SubjectConfirmation/SubjectConfirmationData | #Recipient=https://another.example/acs
            60  | Assertion/Subject/SubjectConfirmation/SubjectConfirmationData | #InResponseTo=
            61  | Assertion/Subject/SubjectConfirmation/SubjectConfirmationData | -#InResponseTo
            62  | Assertion/Subject/SubjectConfirmation/SubjectConfirmationData | #InResponseTo=_another
            63  | Assertion/Subject/SubjectConfirmation/SubjectConfirmationData | #NotOnOrAfter=
            64  | Assertion/Subject/SubjectConfirmation/SubjectConfirmationData | -#NotOnOrAfter
            65  | Assertion/Subject/SubjectConfirmation/SubjectConfirmationData | #NotOnOrAfter=01/01/2099
            66  | Assertion/Subject/SubjectConfirmation/SubjectConfirmationData | #NotOnOrAfter=2018-01-01T00:00:00Z
            67  | Assertion/Issuer                             | =
            68  | Assertion/Issuer                             | -
            69  | Assertion/Issuer                             | =https://another.example/metadata
            70  | Assertion/Issuer                             | #Format=
            72  | Assertion/Issuer                             | #Format=urn:oasis:names:tc:SAML:2.0:nameid-format:transient
            73  | Assertion/Conditions                         | =
            74  | Assertion/Conditions                         | -
            75  | Assertion/Conditions                         | #NotBefore=
            76  | Assertion/Conditions                         | -#NotBefore
            77  | Assertion/Conditions                         | #NotBefore=01/01/2018
            78  | Assertion/Conditions                         | #NotBefore=2099-01-01T00:00:00Z
            79  | Assertion/Conditions                         | #NotOnOrAfter=
            80  | Assertion/Conditions                         | -#NotOnOrAfter
            81  | Assertion/Conditions                         | #NotOnOrAfter=01/01/2099
            82  | Assertion/Conditions                         | #NotOnOrAfter=2018-01-01T00:00:00Z
            83  | Assertion/Conditions/AudienceRestriction     | =
            84  | Assertion/Conditions/AudienceRestriction     | -
            85  | Assertion/Conditions/AudienceRestriction/Audience | =
            86  | Assertion/Conditions/AudienceRestriction/Audience | -
            87  | Assertion/Conditions/AudienceRestriction/Audience | =https://another.example/metadata
            88  | Assertion/AuthnStatement                     | =
            89  | Assertion/AuthnStatement                     | -
            90  | Assertion/AuthnStatement/AuthnContext        | =
            91  | Assertion/AuthnStatement/AuthnContext        | -
            92  | Assertion/AuthnStatement/AuthnContext/AuthnContextClassRef | =
            93  | Assertion/AuthnStatement/AuthnContext/AuthnContextClassRef | -
            97  | Assertion/AuthnStatement/AuthnContext/AuthnContextClassRef | =urn:oasis:names:tc:SAML:2.0:ac:classes:SpidL1
            98  | Assertion/AttributeStatement                 | =
            99  | Assertion/AttributeStatement/Attribute       | =
            103 | Assertion/AttributeStatement/Attribute       | #Name=spidCode
            31  | Issuer                                       | -#Format
            71  | Assertion/Issuer                             | -#Format
            """;

    private static final int TAKEN = 2;

    @Test
    void what_agids_validator_wants_refused_is_refused_and_the_rest_is_taken() throws Exception {
        try (var provider = new SmallSamlProvider()) {
            provider.attributes.put("fiscalNumber", List.of("TINIT-RSSMRA85T10A562S"));
            provider.format = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";
            provider.context = "https://www.spid.gov.it/SpidL1";
            var conversation = conversation(provider);
            var request = conversation.ask(true);
            var question = SmallSamlProvider.asked(request.address());
            var asked = new SamlRequestSql.Begun(request.id(), Audience.PORTAL, true, Instant.now());
            assertThat(isTaken(provider.encoded(question), asked, conversation)).isTrue();
            var cases = CASES.lines().map(line -> line.split("\\|")).toList();
            var taken = new ArrayList<String>();
            for (var one : cases) {
                provider.saying = answer -> change(at(answer, one[1].strip()), one[2].strip());
                if (isTaken(provider.encoded(question), asked, conversation)) taken.add(one[0].strip());
            }
            assertThat(taken)
                    .containsExactlyElementsOf(cases.subList(cases.size() - TAKEN, cases.size()).stream()
                            .map(one -> one[0].strip())
                            .toList());
        }
    }

    private static SamlConversation conversation(SmallSamlProvider provider) {
        var spid = new SamlProvider(
                Audience.PORTAL,
                true,
                "SPID",
                provider.entityId(),
                provider.address(),
                SmallSamlProvider.certificate(),
                SamlNames.USUAL.taxed(Spid.TAX_CODE),
                1,
                null,
                List.of());
        var ours = new OurKeys(new OurKey(TestKey.HOUSE.secret(), TestKey.HOUSE.certificate()), null);
        return new SamlConversation(spid, ours, "https://desk.example/login/saml/metadata/portal", DOOR);
    }

    /** As {@code SamlTravel} reads it; whoever has no tax code is turned away later. */
    private static boolean isTaken(String answer, SamlRequestSql.Begun asked, SamlConversation conversation) {
        var text = new String(Base64.getMimeDecoder().decode(answer), UTF_8);
        try {
            SamlPaper.answer(SamlPaper.read(text));
            return !String.valueOf(conversation
                            .read(text, asked, Instant.now())
                            .person()
                            .taxCode())
                    .isEmpty();
        } catch (IOException | RuntimeException refused) {
            return false;
        }
    }

    private static Element at(Element answer, String path) {
        var found = answer;
        for (var name : path.isEmpty() ? new String[0] : path.split("/")) found = SmallSamlProvider.child(found, name);
        return found;
    }

    private static void change(Element element, String how) {
        var name = how.replaceAll("^-?#|=.*", "");
        var value = how.substring(how.indexOf('=') + 1);
        if (how.equals("-")) element.getParentNode().removeChild(element);
        else if (how.startsWith("-#")) element.removeAttribute(name);
        else if (how.startsWith("#")) element.setAttribute(name, value);
        else element.setTextContent(value);
    }
}
