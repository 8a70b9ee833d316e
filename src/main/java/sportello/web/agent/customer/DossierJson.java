package sportello.web.agent.customer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sportello.audit.AccessLine;
import sportello.customer.Customer;
import sportello.customer.CustomerRight;
import sportello.field.FilledField;
import sportello.identity.ApiToken;
import sportello.identity.Footprint;
import sportello.identity.Passkey;
import sportello.mailkey.KeptCorrespondentKey;
import sportello.privacy.Dossier;
import sportello.ticket.Request;
import sportello.ticket.RequestArticle;
import sportello.ticket.Sender;
import sportello.ticket.Writing;
import sportello.web.Words;
import sportello.web.portal.RequestWords;

/** A person's data for programs: names that stay, moments in UTC. */
final class DossierJson {
    private final Words words;

    DossierJson(Words words) {
        this.words = words;
    }

    Map<String, @Nullable Object> person(Dossier dossier) {
        var person = dossier.person();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("number", person.id().value());
        json.put("login", person.login());
        json.put("firstName", person.firstName());
        json.put("lastName", person.lastName());
        json.put("email", person.email());
        json.put("furtherAddresses", dossier.addresses());
        json.put("phone", person.phone());
        json.put("taxCode", person.taxCode());
        json.put("valid", person.valid());
        json.put("customers", dossier.customers().stream().map(Customer::name).toList());
        json.put("rights", dossier.rights().stream().map(DossierJson::right).toList());
        json.put("fields", fields(dossier.fields()));
        json.put(
                "preferences",
                Map.of(
                        "language", person.language().code(),
                        "timeZone", person.zone().getId(),
                        "theme", dossier.footprint().theme()));
        json.put("access", access(dossier.footprint()));
        json.put("requests", dossier.requests().stream().map(String::valueOf).toList());
        json.put(
                "mails",
                dossier.mails().stream().map(mail -> mail.id().value() + ".eml").toList());
        json.put("keys", dossier.keys().stream().map(DossierJson::key).toList());
        return json;
    }

    private static Map<String, @Nullable Object> right(CustomerRight right) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("group", right.groupName());
        json.put("writes", right.writes());
        json.put("ours", right.ours());
        return json;
    }

    private static Map<String, @Nullable Object> key(KeptCorrespondentKey key) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("kind", key.kind().key());
        json.put("address", key.address());
        json.put("name", key.name());
        json.put("fingerprint", key.fingerprint());
        json.put("since", text(key.addedAt()));
        return json;
    }

    private static Map<String, @Nullable Object> access(Footprint footprint) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("account", footprint.access().open());
        json.put("since", text(footprint.access().since()));
        json.put("lastEntered", text(footprint.access().entered()));
        json.put("invited", text(footprint.access().invited()));
        json.put("codesSince", text(footprint.codesSince()));
        json.put("sessions", footprint.visits().stream().map(DossierJson::visit).toList());
        json.put(
                "passkeys",
                footprint.passkeys().stream().map(DossierJson::passkey).toList());
        json.put("tokens", footprint.tokens().stream().map(DossierJson::token).toList());
        json.put("providers", footprint.providers());
        json.put("log", footprint.accesses().stream().map(DossierJson::accessed).toList());
        return json;
    }

    private static Map<String, @Nullable Object> accessed(AccessLine line) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("at", text(line.at()));
        json.put("what", line.kind().key());
        json.put("why", line.why());
        json.put("address", line.address());
        json.put("browser", line.browser());
        return json;
    }

    private static Map<String, String> visit(Footprint.Visit visit) {
        return Map.of(
                "since", visit.since().toString(),
                "seen", visit.seen().toString(),
                "address", visit.address(),
                "browser", visit.browser());
    }

    private static Map<String, @Nullable Object> passkey(Passkey passkey) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("name", passkey.name());
        json.put("since", text(passkey.createdAt()));
        json.put("lastUsed", text(passkey.usedAt()));
        return json;
    }

    private static Map<String, @Nullable Object> token(ApiToken token) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("name", token.name());
        json.put("writes", token.writes());
        json.put("since", text(token.createdAt()));
        json.put("until", text(token.expiresAt()));
        json.put("lastUsed", text(token.usedAt()));
        return json;
    }

    Map<String, @Nullable Object> request(Request request) {
        var line = request.line();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("number", line.number().value());
        json.put("title", line.title());
        json.put("customer", line.customer());
        json.put("state", new RequestWords(words).state(line));
        json.put("service", request.service());
        json.put("opened", text(line.openedAt()));
        json.put("closed", text(line.closedAt()));
        json.put("fields", fields(request.fields()));
        json.put(
                "messages",
                request.articles().stream()
                        .filter(article -> article.line() == null)
                        .map(article -> article(article, request))
                        .toList());
        return json;
    }

    private Map<String, @Nullable Object> article(RequestArticle article, Request request) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("at", text(article.at()));
        json.put("from", article.senderName());
        json.put("byTheDesk", article.sender() != Sender.CUSTOMER);
        json.put("text", article.text());
        json.put("fields", fields(article.fields()));
        json.put(
                "files",
                article.files().stream()
                        .map(file -> FileNames.of(file, request.line().number()))
                        .toList());
        return json;
    }

    Map<String, @Nullable Object> writing(Writing writing) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("request", writing.number().value());
        json.put("at", text(writing.at()));
        json.put("subject", writing.subject());
        json.put("text", writing.text());
        return json;
    }

    private Map<String, String> fields(List<FilledField> fields) {
        var json = new LinkedHashMap<String, String>();
        for (var one : fields) json.put(one.field().key(), words.value(one.value()));
        return json;
    }

    private static @Nullable String text(@Nullable Object moment) {
        return moment == null ? null : moment.toString();
    }
}
