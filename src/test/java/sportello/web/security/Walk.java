package sportello.web.security;

import static java.util.Map.entry;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import sportello.cast.Caller;
import sportello.configuration.Difference;
import sportello.configuration.Item;
import sportello.configuration.Part;
import sportello.configuration.Plan;
import sportello.customer.ImportLine;
import sportello.customer.ImportPlan;
import sportello.mime.Locksmith;

/**
 * A good request for each route, about things that are there. A route without variables that is only read needs no line;
 * all others do, or the walk fails.
 */
final class Walk {
    private static final String IMPORTED = "codice;nome\nLAGO;Comune del Lago";
    private static final String PLANNED =
            new ImportPlan(List.of(new ImportLine(2, "Comune del Lago", new ImportLine.Fate.Fresh()))).print();

    private static final String CONFIGURED = new Plan(
                    List.of(new Item(
                            Part.GROUPS,
                            "Magazzino",
                            new Difference.Added(List.of(
                                    new Difference.Field("name", "", "Magazzino"),
                                    new Difference.Field("valid", "", "true"),
                                    new Difference.Field("reserved", "", "false"))))),
                    List.of())
            .print();

    private static final Map<String, Step> STEPS = Map.ofEntries(
            entry("GET /assets/**", stage -> get(stage.asset())),
            entry("GET /index.pl", stage -> get("/index.pl?Action=AgentTicketZoom;TicketID=" + stage.ticket())),
            entry("GET /tickets", stage -> get("/tickets?number=" + stage.number())),
            entry(
                    "POST /searches",
                    stage -> post("/searches").param("q", "orario").param("name", "Orari")),
            entry("POST /searches/removal", stage -> post("/searches/removal").param("name", "Orari")),
            entry("GET /tickets/{number}", stage -> get(ticket(stage, ""))),
            entry("GET /tickets/{number}/history", stage -> get(ticket(stage, "/history"))),
            entry("GET /tickets/{number}/answers/new", stage -> get(ticket(stage, "/answers/new"))),
            entry("GET /tickets/{number}/closure/new", stage -> get(ticket(stage, "/closure/new"))),
            entry("GET /tickets/{number}/notes/new", stage -> get(ticket(stage, "/notes/new"))),
            entry("GET /tickets/{number}/calls/new", stage -> get(ticket(stage, "/calls/new?call=made"))),
            entry("GET /tickets/{number}/mails/new", stage -> get(ticket(stage, "/mails/new"))),
            entry("GET /tickets/{number}/forwards/new", stage -> get(ticket(stage, "/forwards/new?article=1"))),
            entry("GET /tickets/{number}/redirects/new", stage -> get(ticket(stage, "/redirects/new?article=1"))),
            entry("GET /tickets/{number}/owner/edit", stage -> get(ticket(stage, "/owner/edit"))),
            entry("GET /tickets/{number}/responsible/edit", stage -> get(ticket(stage, "/responsible/edit"))),
            entry(
                    "GET /tickets/{number}/meanwhile",
                    stage -> get(ticket(stage, "/meanwhile?since=2026-01-01T00:00:00Z"))),
            entry("GET /tickets/{number}/presence", stage -> get(ticket(stage, "/presence"))),
            entry(
                    "POST /tickets/{number}/presence",
                    stage -> post(ticket(stage, "/presence")).param("presence", "looking")),
            entry("GET /tickets/{number}/pending/new", stage -> get(ticket(stage, "/pending/new"))),
            entry("GET /tickets/{number}/reopening/new", stage -> get(ticket(stage, "/reopening/new"))),
            entry("GET /tickets/{number}/snippets", stage -> get(ticket(stage, "/snippets"))),
            entry("GET /tickets/{number}/customer/edit", stage -> get(ticket(stage, "/customer/edit?q=paolo"))),
            entry("GET /tickets/{number}/links/new", stage -> get(ticket(stage, "/links/new?q=orario"))),
            entry("GET /tickets/{number}/merge/new", stage -> get(ticket(stage, "/merge/new?q=orario"))),
            entry("GET /tickets/{number}/splits/new", stage -> get(ticket(stage, "/splits/new?article=1"))),
            entry("GET /tickets/{number}/move/new", stage -> get(ticket(stage, "/move/new"))),
            entry(
                    "POST /tickets/{number}/pending",
                    stage -> decided(stage, "/pending")
                            .param("state", "pending_reminder")
                            .param("quick", "tomorrow")),
            entry("POST /tickets/{number}/resumption", stage -> decided(stage.waiting(), "/resumption")),
            entry("POST /tickets/{number}/reopening", stage -> written(stage.closed(), "/reopening")),
            entry(
                    "POST /tickets/{number}/ascertainment",
                    stage -> post(ticket(stage.closed(), "/ascertainment"))
                            .param("cause", "" + stage.cause())
                            .param("text", "Manca il pezzo.")),
            entry(
                    "POST /tickets/{number}/customer",
                    stage -> decided(stage, "/customer").param("user", "" + stage.anotherUser())),
            entry("POST /tickets/{number}/watch", stage -> post(ticket(stage, "/watch"))),
            entry("POST /tickets/{number}/unwatch", stage -> post(ticket(stage, "/unwatch"))),
            entry(
                    "POST /tickets/{number}/links",
                    stage -> post(ticket(stage, "/links")).param("other", stage.other())),
            entry(
                    "POST /tickets/{number}/links/{other}/removal",
                    stage -> post(ticket(stage, "/links/" + stage.other() + "/removal"))),
            entry(
                    "POST /tickets/{number}/merge",
                    stage -> decided(stage, "/merge").param("into", stage.other())),
            entry("POST /tickets/{number}/merge/undo", stage -> post(ticket(stage.merged(), "/merge/undo"))),
            entry(
                    "POST /tickets/{number}/splits",
                    stage -> post(ticket(stage, "/splits"))
                            .param("article", "1")
                            .param("title", "Orario")
                            .param("queue", "" + stage.queue())),
            entry("POST /tickets/{number}/lock", stage -> post(ticket(stage, "/lock"))),
            entry("POST /tickets/{number}/release", stage -> post(ticket(stage, "/release"))),
            entry("POST /tickets/{number}/notes", stage -> written(stage, "/notes")),
            entry(
                    "POST /tickets/{number}/calls",
                    stage -> written(stage, "/calls").param("call", "made").param("other", "Ditta Neri")),
            entry(
                    "POST /tickets/{number}/mails",
                    stage -> written(stage, "/mails").param("to", "ditta@neri.example")),
            entry(
                    "POST /tickets/{number}/answers",
                    stage -> written(stage, "/answers").param("to", "ditta@neri.example")),
            entry(
                    "POST /tickets/{number}/drafts",
                    stage -> written(stage, "/drafts").param("kind", "note")),
            entry(
                    "POST /tickets/{number}/drafts/files",
                    stage -> written(stage, "/drafts/files").param("kind", "note")),
            entry(
                    "POST /tickets/{number}/drafts/discard",
                    stage -> post(ticket(stage, "/drafts/discard")).param("kind", "note")),
            entry(
                    "POST /tickets/{number}/drafts/share",
                    stage -> written(stage, "/drafts/share").param("kind", "note")),
            entry(
                    "POST /tickets/{number}/drafts/{id}/take",
                    stage -> post(ticket(stage, "/drafts/" + stage.sharedDraft() + "/take"))),
            entry(
                    "POST /tickets/{number}/drafts/{id}/discard",
                    stage -> post(ticket(stage, "/drafts/" + stage.sharedDraft() + "/discard"))),
            entry(
                    "POST /tickets/{number}/forwards",
                    stage -> written(stage, "/forwards").param("article", "1").param("to", "ditta@neri.example")),
            entry(
                    "POST /tickets/{number}/redirects",
                    stage -> decided(stage, "/redirects").param("article", "1").param("to", "ditta@neri.example")),
            entry(
                    "POST /tickets/{number}/resends",
                    stage -> post(ticket(stage, "/resends"))
                            .param("article", "" + stage.failedMail())
                            .param("position", "1")),
            entry("POST /tickets/{number}/archive", stage -> post(ticket(stage.over(), "/archive"))),
            entry("POST /tickets/{number}/unarchive", stage -> post(ticket(stage.over(), "/unarchive"))),
            entry(
                    "POST /tickets/{number}/recall",
                    stage -> post(ticket(stage, "/recall")).param("article", "" + stage.leavingMail())),
            entry(
                    "POST /tickets/{number}/closure",
                    stage -> written(stage, "/closure").param("end", "closed_successful")),
            entry(
                    "POST /tickets/{number}/priority",
                    stage -> decided(stage, "/priority").param("priority", "HIGH")),
            entry(
                    "POST /tickets/{number}/move",
                    stage -> decided(stage, "/move").param("queue", "" + stage.queue())),
            entry(
                    "POST /tickets/{number}/owner",
                    stage -> decided(stage, "/owner").param("agent", "" + stage.able())),
            entry(
                    "POST /tickets/{number}/responsible",
                    stage -> decided(stage, "/responsible").param("agent", "" + stage.able())),
            entry(
                    "POST /tickets",
                    stage -> post("/tickets")
                            .param("channel", "phone")
                            .param("asker", stage.asker())
                            .param("queue", "" + stage.queue())
                            .param("title", "Sala fredda")
                            .param("text", "La sala è fredda.")),
            entry(
                    "POST /customers",
                    stage -> post("/customers")
                            .param("name", "Comune di Borgolago")
                            .param("code", "BORGOLAGO")),
            entry("GET /customers/{id}", stage -> get("/customers/" + stage.customer())),
            entry("GET /customers/{id}/export", stage -> get("/customers/" + stage.customer() + "/export")),
            entry(
                    "GET /customers/users/{id}/export",
                    stage -> get("/customers/users/" + stage.customerUser() + "/export")),
            entry("GET /customers/{id}/edit", stage -> get("/customers/" + stage.customer() + "/edit")),
            entry(
                    "POST /customers/{id}",
                    stage -> post("/customers/" + stage.customer())
                            .param("version", "0")
                            .param("name", "Comune di Roccalba")
                            .param("city", "Roccalba di Sopra")
                            .param("code", "ROCCALBA")
                            .param("valid", "true")),
            entry(
                    "POST /customers/users",
                    stage -> person("/customers/users").param("email", "ada.bianchi@roccalba.example")),
            entry("GET /customers/users/{id}", stage -> get("/customers/users/" + stage.customerUser())),
            entry("GET /customers/users/{id}/edit", stage -> get("/customers/users/" + stage.customerUser() + "/edit")),
            entry(
                    "POST /customers/users/{id}",
                    stage -> person("/customers/users/" + stage.customerUser())
                            .param("version", "0")
                            .param("login", Caller.GIULIA.login())
                            .param("email", "biblioteca@roccalba.example")
                            .param("valid", "true")),
            entry("GET /tickets/{number}/attachments", stage -> get(ticket(stage, "/attachments"))),
            entry(
                    "POST /tickets/{number}/articles/{no}/mark",
                    stage -> post(ticket(stage, "/articles/1/mark")).param("important", "true")),
            entry(
                    "GET /articles/{id}/attachments/{position}/view",
                    stage -> get("/articles/" + stage.articleWithFile() + "/attachments/1/view")),
            entry(
                    "GET /articles/{id}/attachments/{position}/preview",
                    stage -> get("/articles/" + stage.articleWithFile() + "/attachments/1/preview")),
            entry("GET /tickets/{number}/print", stage -> get(ticket(stage, "/print"))),
            entry("GET /tickets/{number}/articles/{no}/print", stage -> get(ticket(stage, "/articles/1/print"))),
            entry("POST /tickets/{number}/printouts", stage -> post(ticket(stage, "/printouts"))),
            entry("GET /printouts/{id}", stage -> get("/printouts/" + stage.printout())),
            entry("GET /printouts/{id}/file", stage -> get("/printouts/" + stage.printout() + "/file")),
            entry(
                    "POST /agent/tickets/layout",
                    stage -> post("/agent/tickets/layout").param("size", "small")),
            entry("GET /agent/bulks/snippets", _ -> get("/agent/bulks/snippets")),
            entry("GET /agent/bulks/new", stage -> get("/agent/bulks/new?action=lock&ticket=" + stage.number())),
            entry(
                    "POST /agent/bulks",
                    stage -> post("/agent/bulks")
                            .param("action", "lock")
                            .param("ticket", stage.number().value())),
            entry(
                    "POST /agent/bulks/drafts",
                    stage -> post("/agent/bulks/drafts").param("action", "note")),
            entry("POST /agent/bulks/drafts/discard", stage -> post("/agent/bulks/drafts/discard")),
            entry(
                    "POST /tickets/new/drafts",
                    stage -> post("/tickets/new/drafts").param("channel", "phone")),
            entry(
                    "POST /tickets/new/drafts/files",
                    stage -> post("/tickets/new/drafts/files").param("channel", "phone")),
            entry("POST /tickets/new/drafts/discard", stage -> post("/tickets/new/drafts/discard")),
            entry("GET /agent/bulks/{id}", stage -> get("/agent/bulks/" + stage.bulk())),
            entry("POST /agent/bulks/{id}/undo", stage -> post("/agent/bulks/" + stage.bulk() + "/undo")),
            entry("GET /articles/{id}/body", stage -> get("/articles/" + stage.htmlArticle() + "/body")),
            entry(
                    "GET /articles/{id}/attachments/{position}",
                    stage -> get("/articles/" + stage.articleWithFile() + "/attachments/1")),
            entry("POST /calendar/appointments", stage -> appointed("/calendar/appointments")),
            entry(
                    "GET /calendar/appointments/{id}/edit",
                    stage -> get("/calendar/appointments/" + stage.appointment() + "/edit")),
            entry(
                    "POST /calendar/appointments/{id}",
                    stage -> appointed("/calendar/appointments/" + stage.appointment())),
            entry(
                    "POST /calendar/appointments/{id}/cancellation",
                    stage -> post("/calendar/appointments/" + stage.appointment() + "/cancellation")),
            entry("GET /tickets/{number}/appointments", stage -> get(ticket(stage, "/appointments"))),
            entry("POST /admin/agents", stage -> agent("/admin/agents")),
            entry("GET /admin/agents/{id}/edit", stage -> get("/admin/agents/" + stage.colleague() + "/edit")),
            entry("POST /admin/agents/{id}", stage -> agent("/admin/agents/" + stage.colleague())),
            entry("POST /admin/groups", stage -> post("/admin/groups").param("name", "Notte")),
            entry("GET /admin/groups/{id}/edit", stage -> get("/admin/groups/" + stage.group() + "/edit")),
            entry(
                    "POST /admin/groups/{id}",
                    stage -> post("/admin/groups/" + stage.group()).param("name", "Giorno")),
            entry("GET /admin/groups/{id}/customers", stage -> get("/admin/groups/" + stage.group() + "/customers")),
            entry(
                    "POST /admin/groups/{id}/customers",
                    stage -> post("/admin/groups/" + stage.group() + "/customers")
                            .param("holder", "ROCCALBA")
                            .param("writes", "true")
                            .param("ours", "true")),
            entry(
                    "POST /admin/groups/{id}/customers/{right}/removal",
                    stage -> post(
                            "/admin/groups/" + stage.group() + "/customers/" + stage.customerRight() + "/removal")),
            entry("POST /admin/roles", stage -> post("/admin/roles").param("name", "Lettori")),
            entry("GET /admin/roles/{id}/edit", stage -> get("/admin/roles/" + stage.role() + "/edit")),
            entry(
                    "POST /admin/roles/{id}",
                    stage -> post("/admin/roles/" + stage.role()).param("name", "Capi")),
            entry(
                    "POST /admin/permissions/{id}",
                    stage -> post("/admin/permissions/" + stage.group())
                            .param("key", "a" + stage.colleague() + " priority")),
            entry("POST /admin/sessions/{id}/end", stage -> post("/admin/sessions/" + stage.session() + "/end")),
            entry(
                    "POST /admin/sessions/accounts/{id}/end",
                    stage -> post("/admin/sessions/accounts/" + stage.accountWithSession() + "/end")),
            entry(
                    "POST /admin/company",
                    stage -> post("/admin/company")
                            .param("version", "" + stage.companyVersion())
                            .param("name", "Valle Acque")),
            entry("POST /admin/templates", stage -> template("/admin/templates")),
            entry("POST /admin/templates/preview", stage -> template("/admin/templates/preview")),
            entry("GET /admin/templates/{id}/edit", stage -> get("/admin/templates/" + stage.template() + "/edit")),
            entry("POST /admin/templates/{id}", stage -> template("/admin/templates/" + stage.template())),
            entry("GET /admin/phrases/{kind}/edit", stage -> get("/admin/phrases/signature/edit")),
            entry(
                    "POST /admin/phrases/{kind}",
                    stage -> post("/admin/phrases/signature")
                            .param("queue", "" + stage.queue())
                            .param("body", "Saluti")),
            entry("GET /admin/answers/{kind}/edit", stage -> get("/admin/answers/received/edit")),
            entry("POST /admin/answers/{kind}", stage -> answer("/admin/answers/received")),
            entry("POST /admin/answers/{kind}/preview", stage -> answer("/admin/answers/received/preview")),
            entry("POST /admin/hours", stage -> hours("/admin/hours")),
            entry("GET /admin/hours/{id}/edit", stage -> get("/admin/hours/" + stage.hours() + "/edit")),
            entry("POST /admin/hours/{id}", stage -> hours("/admin/hours/" + stage.hours())),
            entry("POST /admin/mail-keys", stage -> mailKey("/admin/mail-keys")),
            entry(
                    "GET /admin/mail-keys/{id}/certificate",
                    stage -> get("/admin/mail-keys/" + stage.mailKey() + "/certificate")),
            entry(
                    "POST /admin/mail-keys/{id}",
                    stage -> post("/admin/mail-keys/" + stage.mailKey()).param("version", "0")),
            entry("POST /admin/mail-keys/senders", stage -> {
                stage.mailKey();
                return post("/admin/mail-keys/senders")
                        .param("address", "prova@valleservizi.example")
                        .param("manner", "sign");
            }),
            entry("POST /admin/correspondent-keys", stage -> correspondentKey("/admin/correspondent-keys")),
            entry(
                    "POST /admin/correspondent-keys/{id}",
                    stage -> post("/admin/correspondent-keys/" + stage.correspondentKey())
                            .param("version", "0")),
            entry("POST /admin/news", stage -> news("/admin/news")),
            entry("GET /admin/news/{id}/edit", stage -> get("/admin/news/" + stage.news() + "/edit")),
            entry("POST /admin/news/{id}", stage -> news("/admin/news/" + stage.news())),
            entry("POST /founding", stage -> post("/founding")),
            entry("POST /admin/start/{step}/dismissal", stage -> post("/admin/start/relay/dismissal")),
            entry(
                    "POST /admin/queues/starter",
                    stage -> post("/admin/queues/starter")
                            .param("wanted0", "true")
                            .param("name", "Reclami")
                            .param("group", "" + stage.group())),
            entry("POST /admin/queues", stage -> queue(stage, "/admin/queues", "Prove")),
            entry("GET /admin/queues/{id}/edit", stage -> get("/admin/queues/" + stage.queue() + "/edit")),
            entry(
                    "POST /admin/queues/{id}",
                    stage -> queue(stage, "/admin/queues/" + stage.queue(), "Energia e clima")),
            entry("GET /tickets/{number}/classes/edit", stage -> get(ticket(stage, "/classes/edit"))),
            entry(
                    "POST /tickets/{number}/classes",
                    stage -> decided(stage, "/classes").param("type", "" + stage.type())),
            entry("GET /admin/{list:causes|types|services}", stage -> get("/admin/types")),
            entry("GET /admin/{list:causes|types|services}/new", stage -> get("/admin/types/new")),
            entry(
                    "POST /admin/{list:causes|types|services}",
                    stage -> post("/admin/types").param("name", "Strada")),
            entry(
                    "GET /admin/{list:causes|types|services}/{id}/edit",
                    stage -> get("/admin/causes/" + stage.cause() + "/edit")),
            entry(
                    "POST /admin/{list:causes|types|services}/{id}",
                    stage -> post("/admin/causes/" + stage.cause())
                            .param("version", "0")
                            .param("name", "Strada chiusa")
                            .param("valid", "true")),
            entry(
                    "POST /admin/{list:causes|types}/{id}/move",
                    stage -> post("/admin/types/" + stage.type() + "/move").param("way", "down")),
            entry("GET /admin/{list:states|priorities}", stage -> get("/admin/states")),
            entry("GET /admin/{list:states|priorities}/{id}/edit", stage -> get("/admin/priorities/3/edit")),
            entry(
                    "POST /admin/{list:states|priorities}/{id}",
                    stage -> post("/admin/priorities/3")
                            .param("version", "0")
                            .param("valid", "true")
                            .param("italian", "3 usuale")),
            entry("GET /admin/states/new", stage -> get("/admin/states/new")),
            entry(
                    "POST /admin/states",
                    stage -> post("/admin/states")
                            .param("like", "pending_reminder")
                            .param("italian", "Attesa ricambi")
                            .param("english", "Waiting for parts")
                            .param("valid", "true")),
            entry("GET /admin/states/own/{id}/edit", stage -> get("/admin/states/own/" + stage.ownState() + "/edit")),
            entry(
                    "POST /admin/states/own/{id}",
                    stage -> post("/admin/states/own/" + stage.ownState())
                            .param("version", "0")
                            .param("italian", "Attesa collaudo")
                            .param("english", "Waiting for the test")
                            .param("valid", "true")),
            entry(
                    "POST /admin/states/own/{id}/move",
                    stage -> post("/admin/states/own/" + stage.ownState() + "/move")
                            .param("way", "down")),
            entry(
                    "POST /admin/mail/trial",
                    stage -> post("/admin/mail/trial").param("source", "Subject: Orario\n\nBuongiorno")),
            entry(
                    "GET /admin/quarantine/{id}/source",
                    stage -> get("/admin/quarantine/" + stage.quarantined() + "/source")),
            entry(
                    "POST /admin/outgoing/{id}/retrial",
                    stage -> post("/admin/outgoing/" + stage.waitingLetter() + "/retrial")),
            entry(
                    "POST /admin/quarantine/{id}/retrial",
                    stage -> post("/admin/quarantine/" + stage.quarantined() + "/retrial")),
            entry(
                    "POST /admin/quarantine/{id}/fetching",
                    stage -> post("/admin/quarantine/" + stage.quarantined() + "/fetching")),
            entry(
                    "POST /admin/quarantine/{id}/discard",
                    stage -> post("/admin/quarantine/" + stage.quarantined() + "/discard")
                            .param("why", "È pubblicità")),
            entry("GET /tickets/{number}/fields/edit", stage -> get(ticket(stage, "/fields/edit"))),
            entry(
                    "POST /tickets/{number}/fields",
                    stage -> decided(stage, "/fields").param("fields[Pod]", "IT001E" + stage.field())),
            entry("GET /api/tickets/{number}", stage -> get("/api/tickets/" + stage.number())),
            entry(
                    "PATCH /api/tickets/{number}/fields",
                    stage -> sent(stage, "/fields", "{\"Pod\": \"IT001E%d\"}".formatted(stage.field()))),
            entry("POST /admin/fields", stage -> field("/admin/fields").param("key", "Sopralluogo")),
            entry("GET /admin/fields/{id}/edit", stage -> get("/admin/fields/" + stage.field() + "/edit")),
            entry("POST /admin/fields/{id}", stage -> field("/admin/fields/" + stage.field())),
            entry(
                    "POST /admin/fields/{id}/move",
                    stage -> post("/admin/fields/" + stage.field() + "/move").param("way", "down")),
            entry("POST /admin/filters", stage -> filter("/admin/filters")),
            entry("GET /admin/filters/{id}/edit", stage -> get("/admin/filters/" + stage.filter() + "/edit")),
            entry("POST /admin/filters/{id}", stage -> filter("/admin/filters/" + stage.filter())),
            entry(
                    "POST /admin/filters/{id}/move",
                    stage -> post("/admin/filters/" + stage.filter() + "/move").param("way", "down")),
            entry(
                    "POST /admin/ownership/house",
                    stage -> post("/admin/ownership/house").param("locked.owner", "no")),
            entry("GET /admin/ownership/{id}/edit", stage -> get("/admin/ownership/" + stage.queue() + "/edit")),
            entry(
                    "POST /admin/ownership/{id}",
                    stage -> post("/admin/ownership/" + stage.queue()).param("locked.owner", "no")),
            entry("POST /admin/configuration/preview", stage -> configuration("/admin/configuration/preview")),
            entry(
                    "POST /admin/configuration",
                    stage -> configuration("/admin/configuration").param("seen", CONFIGURED)),
            entry("GET /admin/configuration/versions/{id}", stage -> get(configured(stage, ""))),
            entry("GET /admin/configuration/versions/{id}/export", stage -> get(configured(stage, "/export"))),
            entry(
                    "POST /admin/configuration/versions/{id}/comparison",
                    stage -> post(configured(stage, "/comparison"))),
            entry(
                    "POST /admin/configuration/versions/{id}/return",
                    stage -> post(configured(stage, "/return")).param("seen", CONFIGURED)),
            entry("POST /admin/imports/preview", stage -> imports("/admin/imports/preview")),
            entry("POST /admin/imports", stage -> imports("/admin/imports").param("seen", PLANNED)),
            entry(
                    "POST /admin/maintenance",
                    stage -> post("/admin/maintenance")
                            .param("italian", "Torniamo presto.")
                            .param("english", "Back soon.")
                            .param("since", "2026-01-01T08:00")),
            entry("POST /admin/maintenance/end", stage -> post(stage.maintenance() + "/end")),
            entry(
                    "POST /admin/jobs/retrial",
                    stage -> post("/admin/jobs/retrial")
                            .param("name", "send-letter")
                            .param("instance", stage.failingJob())),
            entry("POST /admin/letters", stage -> post("/admin/letters").param("on", "1")),
            entry("GET /admin/letters/rules/{id}/edit", stage -> get("/admin/letters/rules/1/edit")),
            entry(
                    "POST /admin/letters/rules/{id}",
                    stage -> post("/admin/letters/rules/1").param("priority", "4")),
            entry("GET /admin/letters/{name}/edit", stage -> get("/admin/letters/locked/edit")),
            entry("POST /admin/letters/{name}", stage -> letter("/admin/letters/locked")),
            entry("POST /admin/letters/{name}/preview", stage -> letter("/admin/letters/locked/preview")),
            entry("POST /admin/letters/{name}/trial", stage -> letter("/admin/letters/locked/trial")),
            entry(
                    "POST /admin/letters/{name}/restoration",
                    stage -> post("/admin/letters/" + stage.ownLetter() + "/restoration")),
            entry("POST /admin/own-rules", stage -> ownRule("/admin/own-rules")),
            entry("POST /admin/own-rules/preview", stage -> ownRule("/admin/own-rules/preview")),
            entry("POST /admin/own-rules/trial", stage -> ownRule("/admin/own-rules/trial")),
            entry("GET /admin/own-rules/{id}/edit", stage -> get("/admin/own-rules/" + stage.ownRule() + "/edit")),
            entry("POST /admin/own-rules/{id}", stage -> ownRule("/admin/own-rules/" + stage.ownRule())),
            entry(
                    "POST /admin/own-rules/{id}/move",
                    stage -> post("/admin/own-rules/" + stage.ownRule() + "/move")
                            .param("way", "down")),
            entry("POST /admin/limits", stage -> limit("/admin/limits")),
            entry(
                    "POST /admin/limits/trial",
                    stage -> post("/admin/limits/trial").param("number", "").param("agent", "" + stage.able())),
            entry("GET /admin/limits/{id}/edit", stage -> get("/admin/limits/" + stage.limit() + "/edit")),
            entry("POST /admin/limits/{id}", stage -> limit("/admin/limits/" + stage.limit())),
            entry(
                    "POST /admin/limits/{id}/move",
                    stage -> post("/admin/limits/" + stage.limit() + "/move").param("way", "down")),
            entry("GET /admin/webhooks", stage -> get(stage.webhooks("/admin/webhooks"))),
            entry("GET /admin/webhooks/deliveries", stage -> get(stage.webhooks("/admin/webhooks/deliveries"))),
            entry("POST /admin/webhooks", stage -> webhook("/admin/webhooks")),
            entry(
                    "POST /admin/webhooks/hosts",
                    stage -> post("/admin/webhooks/hosts").param("hosts", "mattermost.valle.lan")),
            entry("POST /admin/webhooks/trial", stage -> webhook("/admin/webhooks/trial")),
            entry("GET /admin/webhooks/{id}/edit", stage -> get("/admin/webhooks/" + stage.webhook() + "/edit")),
            entry("POST /admin/webhooks/{id}", stage -> webhook("/admin/webhooks/" + stage.webhook())),
            entry(
                    "POST /admin/webhooks/deliveries/{id}/retrial",
                    stage -> post("/admin/webhooks/deliveries/" + stage.delivery() + "/retrial")),
            entry("POST /admin/mailed-reports", stage -> mailedReport("/admin/mailed-reports", stage)),
            entry(
                    "GET /admin/mailed-reports/{id}/edit",
                    stage -> get("/admin/mailed-reports/" + stage.mailedReport() + "/edit")),
            entry(
                    "POST /admin/mailed-reports/{id}",
                    stage -> mailedReport("/admin/mailed-reports/" + stage.mailedReport(), stage)),
            entry(
                    "POST /admin/mailed-reports/{id}/trial",
                    stage -> post("/admin/mailed-reports/" + stage.mailedReport() + "/trial")),
            entry(
                    "POST /admin/retention",
                    stage -> post("/admin/retention").param("months", "600").param("queue", "" + stage.queue())),
            entry("GET /admin/retention/{id}/edit", stage -> get("/admin/retention/" + stage.retention() + "/edit")),
            entry(
                    "POST /admin/retention/{id}",
                    stage -> post("/admin/retention/" + stage.retention()).param("months", "599")),
            entry("POST /admin/routing", stage -> routing("/admin/routing")),
            entry("GET /admin/routing/{id}/edit", stage -> get("/admin/routing/" + stage.routing() + "/edit")),
            entry("POST /admin/routing/{id}", stage -> routing("/admin/routing/" + stage.routing())),
            entry(
                    "POST /admin/routing/{id}/move",
                    stage -> post("/admin/routing/" + stage.routing() + "/move").param("way", "down")),
            entry(
                    "POST /admin/routing/trial",
                    stage -> post("/admin/routing/trial").param("subject", "Orario")),
            entry("POST /admin/relay", stage -> relay("/admin/relay")),
            entry("POST /admin/relay/trial", stage -> relay("/admin/relay/trial")),
            entry("GET /admin/relay/{id}/edit", stage -> get("/admin/relay/" + stage.relay() + "/edit")),
            entry("POST /admin/relay/{id}", stage -> relay("/admin/relay/" + stage.relay())),
            entry("POST /admin/relay/{id}/removal", stage -> post("/admin/relay/" + stage.relay() + "/removal")),
            entry("POST /admin/mailboxes", stage -> mailbox("/admin/mailboxes")),
            entry("POST /admin/mailboxes/trial", stage -> mailbox("/admin/mailboxes/trial")),
            entry("GET /admin/mailboxes/{id}/edit", stage -> get("/admin/mailboxes/" + stage.mailbox() + "/edit")),
            entry("POST /admin/mailboxes/{id}", stage -> mailbox("/admin/mailboxes/" + stage.mailbox())),
            entry(
                    "GET /admin/mailboxes/{id}/consent",
                    stage -> get("/admin/mailboxes/" + stage.mailbox() + "/consent")),
            entry(
                    "POST /admin/mailboxes/{id}/consent",
                    stage -> post("/admin/mailboxes/" + stage.mailbox() + "/consent")
                            .param("provider", "GOOGLE")
                            .param("clientId", "desk")),
            entry(
                    "POST /admin/mailboxes/{id}/consent/withdraw",
                    stage -> post("/admin/mailboxes/" + stage.mailbox() + "/consent/withdraw")),
            entry(
                    "POST /admin/mailboxes/{id}/disable",
                    stage -> post("/admin/mailboxes/" + stage.mailboxInUse() + "/disable")),
            entry(
                    "POST /admin/mailboxes/{id}/enable",
                    stage -> post("/admin/mailboxes/" + stage.mailbox() + "/enable")),
            entry(
                    "POST /admin/mailboxes/{id}/fetching",
                    stage -> post("/admin/mailboxes/" + stage.mailboxInUse() + "/fetching")),
            entry("GET /articles/{id}/source", stage -> get("/articles/" + stage.mailedArticle() + "/source")),
            entry("POST /agent/dashboard", stage -> post("/agent/dashboard").param("left", "new")),
            entry("POST /agent/dashboard/reset", stage -> post("/agent/dashboard/reset")),
            entry("POST /agent/queues/mine", stage -> post("/agent/queues/mine")),
            entry("POST /agent/notifications/mine", stage -> post("/agent/notifications/mine")),
            entry(
                    "POST /login",
                    stage -> post("/login").param("username", Stage.CLERK).param("password", Stage.PASSWORD)),
            entry("GET /login/code", stage -> {
                stage.code();
                return get("/login/code").cookie(stage.half());
            }),
            entry(
                    "POST /login/code",
                    stage -> post("/login/code").cookie(stage.half()).param("code", stage.code())),
            entry("GET /login/factor", stage -> {
                stage.firstCode();
                return get("/login/factor").cookie(stage.half());
            }),
            entry(
                    "POST /login/factor",
                    stage -> post("/login/factor").cookie(stage.half()).param("code", stage.firstCode())),
            entry("POST /login/passkey", stage -> post("/login/passkey")),
            entry("POST /login/passkey/answer", stage -> post("/login/passkey/answer")),
            entry(
                    "POST /login/factor/passkey",
                    stage -> post("/login/factor/passkey").cookie(stage.half())),
            entry(
                    "POST /login/factor/passkey/confirmation",
                    stage -> post("/login/factor/passkey/confirmation").cookie(stage.half())),
            entry("POST /account/passkeys", stage -> post("/account/passkeys").param("name", "Il mio telefono")),
            entry("POST /account/passkeys/confirmation", stage -> post("/account/passkeys/confirmation")),
            entry(
                    "POST /account/passkeys/{id}/name",
                    stage -> post("/account/passkeys/1/name").param("name", "Blu")),
            entry("POST /account/passkeys/{id}/removal", stage -> post("/account/passkeys/1/removal")),
            entry(
                    "POST /account/tokens",
                    stage ->
                            post("/account/tokens").param("name", "Statistiche").param("days", "30")),
            entry("POST /account/tokens/{id}/end", stage -> post("/account/tokens/1/end")),
            entry("POST /account/sessions/end", stage -> post("/account/sessions/end")),
            entry("POST /account/sessions/{id}/end", stage -> post("/account/sessions/1/end")),
            entry("POST /account/factor", stage -> post("/account/factor")),
            entry("POST /account/factor/confirmation", stage -> post("/account/factor/confirmation")),
            entry("POST /account/factor/removal", stage -> post("/account/factor/removal")),
            entry(
                    "POST /admin/agents/{id}/factor/removal",
                    stage -> post("/admin/agents/" + stage.colleagueWithFactor() + "/factor/removal")),
            entry(
                    "POST /customers/users/{id}/bounce/removal",
                    stage -> post("/customers/users/" + stage.customerUser() + "/bounce/removal")),
            entry(
                    "POST /customers/users/{id}/invitation",
                    stage -> post("/customers/users/" + stage.newcomer() + "/invitation")),
            entry(
                    "POST /customers/users/{id}/confirmation",
                    stage -> post("/customers/users/" + stage.unconfirmed() + "/confirmation")),
            entry(
                    "POST /customers/users/{id}/factor/removal",
                    stage -> post("/customers/users/" + stage.customerUserWithFactor() + "/factor/removal")),
            entry("GET /customers/users/{id}/data", stage -> get("/customers/users/" + stage.customerUser() + "/data")),
            entry(
                    "POST /customers/users/{id}/data",
                    stage -> post("/customers/users/" + stage.customerUser() + "/data")),
            entry(
                    "POST /customers/users/{id}/erasure",
                    stage -> post("/customers/users/" + stage.newcomer() + "/erasure")),
            entry(
                    "POST /customers/users/{id}/holds",
                    stage -> post("/customers/users/" + stage.customerUser() + "/holds")
                            .param("reason", "Contenzioso")),
            entry(
                    "POST /customers/users/{id}/holds/{hold}/removal",
                    stage -> post("/customers/users/" + stage.customerUser() + "/holds/" + stage.hold() + "/removal")),
            entry("GET /login/oidc", stage -> get(stage.oidc("/login/oidc"))),
            entry(
                    "POST /admin/oidc",
                    stage -> post("/admin/oidc")
                            .param("name", "Valle")
                            .param("issuer", "https://id.valle.example")
                            .param("clientId", "sportello")
                            .param("role", "" + stage.role())),
            entry(
                    "POST /admin/oidc/removal",
                    stage -> post(stage.oidc("/admin/oidc/removal")).param("audience", "DESK")),
            entry("GET /login/saml", stage -> get(stage.saml("/login/saml"))),
            entry("GET /login/saml/metadata/{audience}", stage -> get(stage.saml("/login/saml/metadata/desk"))),
            entry("POST /login/saml/answer", stage -> post("/login/saml/answer").param("SAMLResponse", "x")),
            entry(
                    "POST /admin/saml",
                    stage -> post(stage.saml("/admin/saml"))
                            .param("name", "Valle")
                            .param("email", "mail")
                            .param("role", "" + stage.role())
                            .param("group", "helpdesk")
                            .param("newRole", "" + stage.role())),
            entry(
                    "POST /admin/saml/removal",
                    stage -> post(stage.saml("/admin/saml/removal")).param("audience", "DESK")),
            entry(
                    "POST /admin/saml/renewal",
                    stage -> post(stage.saml("/admin/saml/renewal")).param("audience", "DESK")),
            entry(
                    "POST /admin/saml/succession",
                    stage -> post(stage.samlRenewed("/admin/saml/succession")).param("audience", "DESK")),
            entry("POST /admin/ldap", stage -> ldap("/admin/ldap", stage.role())),
            entry("POST /admin/ldap/trial", stage -> ldap("/admin/ldap/trial", stage.role())),
            entry("POST /admin/ldap/removal", stage -> post(stage.ldap() + "/removal")),
            entry(
                    "POST /admin/access",
                    stage -> post("/admin/access")
                            .param("quiet", "30")
                            .param("longest", "12")
                            .param("logMonths", "24")),
            entry("POST /logout", stage -> post("/logout")),
            entry("POST /reset", stage -> post("/reset").param("username", Stage.CLERK)),
            entry("GET /reset/{token}", stage -> get("/reset/" + stage.resetToken())),
            entry(
                    "POST /reset/{token}",
                    stage -> post("/reset/" + stage.resetToken())
                            .param("password", "nebbia e castagne")
                            .param("repeated", "nebbia e castagne")),
            entry("POST /agent/notifications/reading", stage -> post("/agent/notifications/reading")),
            entry("POST /agent/notifications/{id}/reading", stage -> post("/agent/notifications/1/reading")),
            entry(
                    "POST /account/absence",
                    stage -> post("/account/absence")
                            .param("first", "2090-08-03")
                            .param("last", "2090-08-14")),
            entry("POST /account/absence/end", stage -> post("/account/absence/end")),
            entry(
                    "POST /account/password",
                    stage -> post("/account/password")
                            .param("oldPassword", Stage.PASSWORD)
                            .param("password", "nebbia e castagne")
                            .param("repeated", "nebbia e castagne")),
            entry(
                    "POST /portal/requests",
                    stage -> post("/portal/requests").param("title", "Caldaia").param("text", "È fredda.")),
            entry("GET /portal/requests/{number}", stage -> get("/portal/requests/" + stage.number())),
            entry(
                    "POST /portal/requests/{number}/replies",
                    stage -> post("/portal/requests/" + stage.number() + "/replies")
                            .param("text", "Grazie.")),
            entry(
                    "GET /portal/requests/{number}/attachments/{id}",
                    stage -> get("/portal/requests/" + stage.number() + "/attachments/" + stage.attachment())),
            entry("POST /preferences", stage -> post("/preferences").param("language", "en")));

    /** Answers that go on until the reader leaves. */
    private static final Set<String> STREAMS = Set.of("GET /agent/live");

    private Walk() {}

    static boolean isStream(Route route) {
        return STREAMS.contains(route.name());
    }

    /** One good request. */
    private interface Step {
        MockHttpServletRequestBuilder on(Stage stage);
    }

    static MockHttpServletRequestBuilder to(Route route, Stage stage) {
        var step = STEPS.get(route.name());
        if (step != null) return step.on(stage);
        if (!route.name().startsWith("GET ") || route.name().contains("{"))
            throw new AssertionError("Walk has no step for " + route.name());
        return get(route.pattern().getPatternString());
    }

    /** Nobody listens at port 1. */
    private static MockHttpServletRequestBuilder ldap(String address, long role) {
        return post(address)
                .param("active", "true")
                .param("host", "localhost")
                .param("port", "1")
                .param("encryption", "NONE")
                .param("base", "dc=valle,dc=example")
                .param("filter", "(uid={login})")
                .param("login", "uid")
                .param("firstName", "givenName")
                .param("lastName", "sn")
                .param("email", "mail")
                .param("groups", "memberOf")
                .param("role", "" + role)
                .param("group", "helpdesk");
    }

    private static MockHttpServletRequestBuilder person(String address) {
        return post(address)
                .param("firstName", "Ada")
                .param("lastName", "Bianchi")
                .param("customer", "Comune di Roccalba");
    }

    /** Nobody listens at port 1. */
    private static MockHttpServletRequestBuilder queue(Stage stage, String address, String name) {
        return post(address)
                .param("name", name)
                .param("group", "" + stage.group())
                .param("valid", "true");
    }

    private static MockHttpServletRequestBuilder agent(String address) {
        return post(address)
                .param("login", "ada.conti")
                .param("firstName", "Ada")
                .param("lastName", "Conti")
                .param("email", "ada.conti@valle.example")
                .param("valid", "true");
    }

    private static MockHttpServletRequestBuilder template(String address) {
        return post(address)
                .param("name", "Sopralluogo")
                .param("body", "Passiamo domani per {{ticket.title}}.")
                .param("kind", "answer");
    }

    private static MockHttpServletRequestBuilder answer(String address) {
        return post(address)
                .param("seen", "0")
                .param("sent", "true")
                .param("subject", "Ricevuto")
                .param("body", "Abbiamo ricevuto.")
                .param("englishSubject", "Received")
                .param("englishBody", "We have received it.");
    }

    private static MockHttpServletRequestBuilder hours(String address) {
        return post(address)
                .param("name", "Squadre")
                .param("zone", "Europe/Rome")
                .param("monday", "6-14")
                .param("valid", "true");
    }

    private static MockHttpServletRequestBuilder mailKey(String address) {
        var now = Instant.now();
        var key = Locksmith.onCurve("prova@valleservizi.example", now, now.plus(Duration.ofDays(1)));
        return post(address)
                .param("password", "segreta")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .with(request -> {
                    request.addPart(new MockPart("file", "chiave.p12", key.pkcs12("segreta")));
                    return request;
                });
    }

    private static MockHttpServletRequestBuilder correspondentKey(String address) {
        var now = Instant.now();
        var key = Locksmith.onCurve("cliente@altrove.example", now, now.plus(Duration.ofDays(1)));
        return post(address).param("address", "cliente@altrove.example").param("text", key.pem());
    }

    private static MockHttpServletRequestBuilder news(String address) {
        return post(address)
                .param("title", "Chiusura")
                .param("text", "Siamo chiusi.")
                .param("since", "2026-01-01T08:00");
    }

    private static MockHttpServletRequestBuilder configuration(String address) {
        return post(address).param("text", Stage.CONFIGURATION);
    }

    private static String configured(Stage stage, String part) {
        return "/admin/configuration/versions/" + stage.configuration() + part;
    }

    private static MockHttpServletRequestBuilder imports(String address) {
        return post(address).param("kind", "CUSTOMERS").param("text", IMPORTED);
    }

    private static MockHttpServletRequestBuilder letter(String address) {
        return post(address)
                .param("subject.it", "Preso in carico")
                .param("body.it", "{{owner.name}} se ne occupa.")
                .param("subject.en", "Taken over")
                .param("body.en", "{{owner.name}} takes care of it.");
    }

    private static MockHttpServletRequestBuilder mailedReport(String address, Stage stage) {
        return post(address)
                .param("name", "Vigilanza")
                .param("by", "responsible")
                .param("span", "month")
                .param("on", "month.1")
                .param("hour", "7")
                .param("agent", "" + stage.able())
                .param("valid", "true");
    }

    private static MockHttpServletRequestBuilder ownRule(String address) {
        return post(address)
                .param("name", "Fermi")
                .param("occasion", "pending_reached", "field_changed")
                .param("audience", "owner", "subscribers")
                .param("permission", "rw")
                .param("addresses", "turno@valleservizi.example")
                .param("locked", "no")
                .param("priority", "5")
                .param("sender", "customer")
                .param("daily", "yes")
                .param("subject.it", "Fermo")
                .param("body.it", "Nessuno segue {{ticket.number}}.")
                .param("valid", "true");
    }

    private static MockHttpServletRequestBuilder limit(String address) {
        return post(address)
                .param("name", "Prudenza")
                .param("state", "new")
                .param("priority", "5")
                .param("customers", "ROCCALBA")
                .param("work", "merge", "split")
                .param("only_states", "yes")
                .param("to_state", "closed_unsuccessful")
                .param("to_priority", "5")
                .param("valid", "true");
    }

    /** Nobody is called: it is not in use. */
    private static MockHttpServletRequestBuilder webhook(String address) {
        return post(address)
                .param("version", "0")
                .param("name", "Turno")
                .param("address", "https://hooks.valle.example/nessuno")
                .param("format", "TEAMS")
                .param("language", "it")
                .param("secret", "vento caldo di mare");
    }

    private static MockHttpServletRequestBuilder routing(String address) {
        return post(address)
                .param("name", "Orari")
                .param("field", "subject")
                .param("operator", "contains")
                .param("value", "orario");
    }

    private static MockHttpServletRequestBuilder field(String address) {
        return post(address)
                .param("version", "0")
                .param("kind", "line")
                .param("label_it", "Sopralluogo")
                .param("label_en", "Visit")
                .param("use_ticket", "shown")
                .param("valid", "true");
    }

    private static MockHttpServletRequestBuilder filter(String address) {
        return post(address)
                .param("name", "Spam")
                .param("part", "header")
                .param("header", "X-Spam-Flag")
                .param("pattern", "YES")
                .param("ignore", "yes");
    }

    private static MockHttpServletRequestBuilder relay(String address) {
        return post(address)
                .param("name", "Guasti")
                .param("host", "127.0.0.1")
                .param("port", "1")
                .param("encryption", "NONE")
                .param("valid", "true");
    }

    private static MockHttpServletRequestBuilder mailbox(String address) {
        return post(address)
                .param("name", "Guasti")
                .param("host", "127.0.0.1")
                .param("port", "1")
                .param("security", "NONE")
                .param("user", "guasti")
                .param("secret", "vento caldo");
    }

    private static String ticket(Stage stage, String part) {
        return "/tickets/" + stage.number() + part;
    }

    private static MockHttpServletRequestBuilder decided(Stage stage, String part) {
        return post(ticket(stage, part)).param("version", "" + stage.version());
    }

    /** By a program. */
    private static MockHttpServletRequestBuilder sent(Stage stage, String part, String fields) {
        return request(HttpMethod.PATCH, URI.create("/api/tickets/" + stage.number() + part))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"version\": %d, \"fields\": %s}".formatted(stage.version(), fields));
    }

    private static MockHttpServletRequestBuilder appointed(String address) {
        return post(address)
                .param("title", "Sopralluogo")
                .param("beginDay", "2026-12-05")
                .param("beginHour", "09:00")
                .param("endDay", "2026-12-05")
                .param("endHour", "10:00");
    }

    private static MockHttpServletRequestBuilder written(Stage stage, String part) {
        return decided(stage, part)
                .param("subject", "Orario")
                .param("text", "Fatto.")
                .param("visible", "true");
    }

    private static MockHttpServletRequestBuilder get(String address) {
        return request(HttpMethod.GET, URI.create(address));
    }

    private static MockHttpServletRequestBuilder post(String address) {
        return request(HttpMethod.POST, URI.create(address));
    }
}
