package sportello.web.agent.opening;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import sportello.base.Html;
import sportello.base.Language;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.field.TypedFields;
import sportello.reply.TemplateFile;
import sportello.ticket.Asking;
import sportello.ticket.DraftFile;
import sportello.ticket.Upload;
import sportello.web.ReceivedFiles;
import sportello.web.agent.Ids;
import sportello.web.agent.SavedFiles;

/**
 * A new ticket as an agent typed it, kept as it is until it is in order.
 *
 * @param form drawn by lot; by it the same form is known if it arrives twice
 * @param channel how it came, phone or email
 * @param about the customer user from whose page it was begun, 0 for none
 * @param q what was typed to find the customer user
 * @param asker the customer user and the organisation for which the person asks, as in {@code 12-3}; {@code new} for
 *     somebody whose fields were filled in
 * @param newOrganisation whether the organisation named is known to be new
 * @param invited whether whoever is entered now is invited to the portal too
 * @param until when a ticket that waits is due, in the agent's zone, as browsers write it
 * @param type the id of the ticket's type, 0 or null for none; so is {@code service}
 * @param fields the house's own, by their keys
 * @param brought the files of a template that go along
 * @param saved the files of the draft
 * @param html the text with its formatting, empty where it is plain
 * @param cc who else gets the mail, as typed; so is {@code bcc}
 * @param minutes how long it took, as typed
 * @param then what the button wants: search, fill in the template, or open
 */
public record OpeningForm(
        UUID form,
        String channel,
        Integer about,
        String q,
        String asker,
        String organisation,
        @Nullable Boolean newOrganisation,
        String firstName,
        String lastName,
        String email,
        String phone,
        String language,
        @Nullable Boolean invited,
        @Nullable Long queue,
        @Nullable Long owner,
        @Nullable Long responsible,
        String state,
        String until,
        @Nullable Integer priority,
        @Nullable Long type,
        @Nullable Long service,
        Map<String, String> fields,
        @Nullable Long template,
        List<Long> brought,
        SavedFiles saved,
        String title,
        String text,
        String html,
        String cc,
        String bcc,
        String minutes,
        String then,
        List<MultipartFile> files) {
    static final String NEWCOMER = "new";

    private static final int NORMAL = 3;
    private static final Pattern KNOWN = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    public OpeningForm(
            @Nullable UUID form,
            @Nullable String channel,
            @Nullable Integer about,
            @Nullable String q,
            @Nullable String asker,
            @Nullable String organisation,
            @Nullable Boolean newOrganisation,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String language,
            @Nullable Boolean invited,
            @Nullable Long queue,
            @Nullable Long owner,
            @Nullable Long responsible,
            @Nullable String state,
            @Nullable String until,
            @Nullable Integer priority,
            @Nullable Long type,
            @Nullable Long service,
            @Nullable Map<String, String> fields,
            @Nullable Long template,
            @Nullable List<Long> brought,
            @Nullable SavedFiles saved,
            @Nullable String title,
            @Nullable String text,
            @Nullable String html,
            @Nullable String cc,
            @Nullable String bcc,
            @Nullable String minutes,
            @Nullable String then,
            @Nullable List<MultipartFile> files) {
        this.form = form == null ? UUID.randomUUID() : form;
        this.channel = orEmpty(channel);
        this.about = about == null ? 0 : about;
        this.q = orEmpty(q);
        this.asker = orEmpty(asker);
        this.organisation = orEmpty(organisation);
        this.newOrganisation = newOrganisation;
        this.firstName = orEmpty(firstName);
        this.lastName = orEmpty(lastName);
        this.email = orEmpty(email);
        this.phone = orEmpty(phone);
        this.language = orEmpty(language);
        this.invited = invited;
        this.queue = queue;
        this.owner = owner;
        this.responsible = responsible;
        this.state = orEmpty(state);
        this.until = orEmpty(until);
        this.priority = priority;
        this.type = type;
        this.service = service;
        this.fields = fields == null ? Map.of() : Map.copyOf(fields);
        this.template = template;
        this.brought = Ids.sent(brought);
        this.saved = saved == null ? SavedFiles.NONE : saved;
        this.title = orEmpty(title);
        this.text = orEmpty(text);
        this.html = orEmpty(html);
        this.cc = orEmpty(cc);
        this.bcc = orEmpty(bcc);
        this.minutes = orEmpty(minutes);
        this.then = orEmpty(then);
        this.files = files == null ? List.of() : List.copyOf(files);
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    Way way() {
        return Way.of(channel).orElse(Way.PHONE);
    }

    /** The customer user who was chosen, if it is one whom the house knows. */
    Optional<Asking.Known> known() {
        var match = KNOWN.matcher(asker);
        return match.matches()
                ? Optional.of(new Asking.Known(
                        new CustomerUserId(Long.parseLong(match.group(1))),
                        new CustomerId(Long.parseLong(match.group(2)))))
                : Optional.empty();
    }

    /** Whether nothing of a ticket was typed yet, and so nothing that would be worth keeping. */
    boolean isBlank() {
        return asker.isEmpty() && title.isBlank() && text.isBlank() && !html.contains("<img");
    }

    public boolean isNewcomer() {
        return asker.equals(NEWCOMER);
    }

    public boolean isOfNewOrganisation() {
        return Boolean.TRUE.equals(newOrganisation);
    }

    public boolean isInvited() {
        return Boolean.TRUE.equals(invited);
    }

    public Language languageChosen() {
        return Language.of(language);
    }

    /** 1 to 5; normal for what is none of them. */
    public int level() {
        return priority == null || priority < 1 || priority > 5 ? NORMAL : priority;
    }

    public boolean isQueue(long id) {
        return queue != null && queue == id;
    }

    public boolean isOwner(long id) {
        return owner != null && owner == id;
    }

    public boolean isResponsible(long id) {
        return responsible != null && responsible == id;
    }

    public boolean isTemplate(long id) {
        return template != null && template == id;
    }

    /** Whether files came along, which a browser does not keep for a form that comes back. */
    public boolean hasFiles() {
        return !added().isEmpty();
    }

    /** The files that came along. */
    List<Upload> added() {
        return ReceivedFiles.chosen(files);
    }

    /** The same with the person chosen. */
    OpeningForm askedBy(String other) {
        return with(Map.of("asker", other));
    }

    /** The same, begun from the page of a customer user. */
    OpeningForm about(int user) {
        return with(Map.of("about", "" + user));
    }

    /** The same with words above what is there, in both of its forms, and with files that go along. */
    OpeningForm under(String words, List<TemplateFile> files) {
        var all = Stream.concat(brought.stream(), files.stream().map(TemplateFile::id));
        var plain = html.isBlank() && !text.isBlank();
        var formatted = plain ? "" : Html.ofText(words).markup() + html;
        return with(Map.of(
                "text",
                words + text,
                "html",
                formatted,
                "brought",
                Ids.listed(all.distinct().toList())));
    }

    /** Its fields by their names, to be kept; files are kept on their own. */
    Map<String, String> content() {
        var content = new HashMap<String, String>();
        content.put("channel", channel);
        content.put("about", about.toString());
        content.put("q", q);
        content.put("asker", asker);
        content.put("organisation", organisation);
        if (newOrganisation != null) content.put("newOrganisation", newOrganisation.toString());
        content.put("firstName", firstName);
        content.put("lastName", lastName);
        content.put("email", email);
        content.put("phone", phone);
        content.put("language", language);
        if (invited != null) content.put("invited", invited.toString());
        if (queue != null) content.put("queue", queue.toString());
        if (owner != null) content.put("owner", owner.toString());
        if (responsible != null) content.put("responsible", responsible.toString());
        content.put("state", state);
        content.put("until", until);
        if (priority != null) content.put("priority", priority.toString());
        if (type != null) content.put("type", type.toString());
        if (service != null) content.put("service", service.toString());
        if (template != null) content.put("template", template.toString());
        content.put("brought", Ids.listed(brought));
        content.put("title", title);
        content.put("text", text);
        content.put("html", html);
        content.put("cc", cc);
        content.put("bcc", bcc);
        content.put("minutes", minutes);
        content.putAll(saved.content());
        content.putAll(TypedFields.named(fields));
        return content;
    }

    /** The same with these fields. */
    OpeningForm with(Map<String, String> fields) {
        var content = content();
        content.putAll(fields);
        return of(content, files);
    }

    /** The same when the files that came with it are among those of the draft. */
    OpeningForm saved(List<DraftFile> files) {
        var content = content();
        content.putAll(saved.among(files).content());
        return of(content, List.of());
    }

    private OpeningForm of(Map<String, String> content, List<MultipartFile> files) {
        return new OpeningForm(
                form,
                content.get("channel"),
                Integer.valueOf(content.getOrDefault("about", "0")),
                content.get("q"),
                content.get("asker"),
                content.get("organisation"),
                content.containsKey("newOrganisation") ? Boolean.valueOf(content.get("newOrganisation")) : null,
                content.get("firstName"),
                content.get("lastName"),
                content.get("email"),
                content.get("phone"),
                content.get("language"),
                content.containsKey("invited") ? Boolean.valueOf(content.get("invited")) : null,
                number(content.get("queue")),
                number(content.get("owner")),
                number(content.get("responsible")),
                content.get("state"),
                content.get("until"),
                content.containsKey("priority") ? Integer.valueOf(content.get("priority")) : null,
                number(content.get("type")),
                number(content.get("service")),
                TypedFields.among(content),
                number(content.get("template")),
                Ids.kept(content.get("brought")),
                SavedFiles.of(content),
                content.get("title"),
                content.get("text"),
                content.get("html"),
                content.get("cc"),
                content.get("bcc"),
                content.get("minutes"),
                then,
                files);
    }

    private static @Nullable Long number(@Nullable String kept) {
        return kept == null ? null : Long.valueOf(kept);
    }
}
