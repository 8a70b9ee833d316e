package sportello.saml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.RoleId;
import sportello.base.Refusal;
import sportello.customer.CustomerId;
import sportello.oidc.Audience;
import sportello.oidc.VouchedPerson;
import sportello.settings.Settings;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends browsers to the provider and hears who came back. The answer is posted by a page of the provider, which brings none of
 * our cookies along; so it is written down, and fetched with the next step by whoever shows both what the browser was handed
 * that left, and what the one was handed that brought the answer. Otherwise a stranger could have somebody else answer a request
 * of theirs, and enter as that person.
 */
@Component
public class SamlTravel {
    private static final Logger log = LoggerFactory.getLogger(SamlTravel.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SamlSql sql;
    private final SamlRequestSql requests;
    private final Clock clock;
    private final String house;

    SamlTravel(SamlSql sql, SamlRequestSql requests, Clock clock, Settings settings) {
        this.sql = sql;
        this.requests = requests;
        this.clock = clock;
        house = settings.baseUrl().toString();
    }

    /**
     * What is written down of an answer.
     *
     * @param person null for nobody
     * @param why nobody is let through, as a message says it
     */
    private record Told(
            @Nullable VouchedPerson person,
            List<String> groups,
            @Nullable String why) {}

    /** Who or what came back. */
    public sealed interface Back {}

    /** The provider says why it lets nobody through. */
    public record Nobody(Refusal why) implements Back {}

    /**
     * Somebody who came back.
     *
     * @param ruled the roles that agents hold by the provider's groups
     * @param given those that this person holds
     */
    public record Arrival(
            VouchedPerson person, SamlProvider provider, String target, Set<RoleId> ruled, Set<RoleId> given)
            implements Back {}

    /** The providers that the log-in page offers. */
    public List<SamlProvider> offered() {
        return sql.all().stream().filter(SamlProvider::active).toList();
    }

    public boolean offers(Audience audience) {
        return offered(audience).isPresent();
    }

    /** The customer whose people have addresses of that domain, if the house enters whom the provider brings. */
    public Optional<CustomerId> customer(VouchedPerson person) {
        return sql.customer(person.domain());
    }

    /** What this house calls itself to the provider; what stands there describes it. */
    public String us(Audience audience) {
        return house + "/login/saml/metadata/" + audience.key();
    }

    public String door() {
        return house + "/login/saml/answer";
    }

    /** What we say of ourselves, to a provider that is yet to know us as well. */
    public Optional<String> description(Audience audience) {
        return sql.provider(audience).flatMap(this::conversation).map(SamlConversation::description);
    }

    /**
     * The way to the provider.
     *
     * @param browser the hash of what the browser keeps meanwhile
     * @param anew whether the provider shall ask the person who it is, though it may remember
     */
    @Transactional
    public Optional<URI> depart(Audience audience, String target, boolean anew, byte[] browser) {
        return offered(audience).map(provider -> {
            var asked = anew || Spid.asksAnew(provider.spidLevel());
            var request = conversation(provider).orElseThrow().ask(asked);
            requests.begin(request.id(), browser, audience, asked, target, clock.instant());
            return request.address();
        });
    }

    /**
     * Writes an answer down, if it is one; whether it is, the browser hears with its next step.
     *
     * @param receipt the hash of what the browser is handed that brings it
     */
    @Transactional
    public void hear(String answer, byte[] receipt) {
        try {
            heard(answer, receipt);
        } catch (IOException | RuntimeException odd) {
            log.warn("Nobody came back by SAML: {}", oneLine(odd));
        }
    }

    private void heard(String encoded, byte[] receipt) throws IOException {
        SamlPaper.require(encoded.length() <= SamlPaper.LONGEST, "it is too long");
        var text = new String(Base64.getMimeDecoder().decode(encoded), UTF_8);
        var paper = SamlPaper.read(text);
        var id = paper.getDocumentElement().getAttribute("InResponseTo");
        var begun = requests.waiting(id, clock.instant()).orElseThrow(() -> new IOException("nobody has asked"));
        var provider = offered(begun.audience()).orElseThrow(() -> new IOException("there is no provider"));
        // What it says it says to nobody but the browser that has asked, so nobody need have signed it.
        var why = provider.spidLevel() == 0 ? Optional.<String>empty() : Spid.refusal(paper);
        if (why.isPresent()) {
            keep(id, new Told(null, List.of(), why.get()), receipt);
            return;
        }
        SamlPaper.answer(paper);
        var conversation = conversation(provider).orElseThrow();
        var said = conversation.read(text, begun, clock.instant());
        SamlPaper.require(requests.isFirst(provider.issuer(), said.assertion(), said.until()), "it was brought before");
        keep(id, new Told(said.person(), said.groups(), null), receipt);
    }

    private void keep(String id, Told told, byte[] receipt) throws IOException {
        SamlPaper.require(requests.answer(id, JSON.writeValueAsString(told), receipt), "it was answered before");
    }

    /** Who came back with the browser that has both; once. */
    @Transactional
    public Optional<Back> arrive(byte[] browser, byte[] receipt) {
        return requests.take(browser, receipt, clock.instant())
                .flatMap(ended -> offered(ended.audience()).map(provider -> back(provider, ended)));
    }

    private Back back(SamlProvider provider, SamlRequestSql.Ended ended) {
        var told = JSON.readValue(ended.arrival(), Told.class);
        var person = told.person();
        if (person == null) return new Nobody(new Refusal(Objects.requireNonNull(told.why())));
        // Since it was heard, administrators may have chosen another provider, or another way to recognise people.
        if (!person.issuer().equals(provider.issuer())) return new Nobody(new Refusal("oidc.denied"));
        var groups = provider.audience() == Audience.DESK ? sql.groups() : Map.<RoleId, String>of();
        var given = new HashSet<RoleId>();
        groups.forEach((role, group) -> {
            if (told.groups().contains(group)) given.add(role);
        });
        return new Arrival(person, provider, ended.target(), Set.copyOf(groups.keySet()), given);
    }

    public void purge() {
        requests.deleteExpired(clock.instant());
    }

    private Optional<SamlProvider> offered(Audience audience) {
        return sql.provider(audience).filter(SamlProvider::active);
    }

    private Optional<SamlConversation> conversation(SamlProvider provider) {
        return sql.keys(provider.audience())
                .map(keys -> new SamlConversation(provider, keys, us(provider.audience()), door()));
    }

    /** A stranger has written it. */
    private static String oneLine(Exception odd) {
        var said = String.valueOf(odd.getMessage()).replaceAll("\\p{Cntrl}+", " ");
        return said.substring(0, Math.min(said.length(), 300));
    }
}
