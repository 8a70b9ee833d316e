package sportello.web.agent.ticket;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import sportello.base.Html;
import sportello.field.AskedField;
import sportello.field.Fields;
import sportello.field.Screen;
import sportello.field.TypedFields;
import sportello.identity.Viewer.AgentViewer;
import sportello.reply.AnswerTemplate;
import sportello.reply.AnswerTemplateId;
import sportello.reply.AnswerTemplates;
import sportello.reply.Salutations;
import sportello.reply.TemplateFile;
import sportello.reply.TemplateKind;
import sportello.ticket.TicketFile;
import sportello.web.FieldForms;
import sportello.web.Known;
import sportello.web.KnownFields;

/** Templates and salutations in the forms in which agents write, and the fields that these ask for. */
@Component
class Prepared {
    private final AnswerTemplates templates;
    private final Salutations salutations;
    private final Fields fields;
    private final KnownFields known;

    Prepared(AnswerTemplates templates, Salutations salutations, Fields fields, KnownFields known) {
        this.templates = templates;
        this.salutations = salutations;
        this.fields = fields;
        this.known = known;
    }

    /**
     * What fits the form, with the files that it brings.
     *
     * @param refused whether the form comes back, with what is wrong with it
     */
    Offer of(TicketFile ticket, Typed typed, TemplateKind kind, boolean refused, AgentViewer viewer) {
        var all = templates.andSnippets(List.of(ticket.queue()), kind);
        var fitting = those(all, kind);
        var files = new LinkedHashSet<TemplateFile>();
        chosen(fitting, typed.template()).ifPresent(template -> files.addAll(template.files()));
        files.addAll(templates.files(typed.brought(), List.of(ticket.queue())));
        return new Offer(fitting, snippets(all), List.copyOf(files), asked(ticket, typed, kind, refused, viewer));
    }

    /**
     * What fits the word with which a ticket is closed, reopened or put aside: templates for notes, but for those with files,
     * which those forms cannot bring.
     */
    Offer ofWord(TicketFile ticket) {
        var all = templates.andSnippets(List.of(ticket.queue()), TemplateKind.NOTE).stream()
                .filter(template -> template.files().isEmpty())
                .toList();
        return new Offer(those(all, TemplateKind.NOTE), snippets(all), List.of(), List.of());
    }

    private static List<AnswerTemplate> those(List<AnswerTemplate> all, TemplateKind kind) {
        return all.stream().filter(template -> template.isFor(kind)).toList();
    }

    private static List<AnswerTemplate> snippets(List<AnswerTemplate> all) {
        return those(all, TemplateKind.SNIPPET);
    }

    /** The snippets of the ticket's queue in the words in which they are put into a text on it. */
    List<Snippet> snippets(TicketFile ticket, AgentViewer viewer) {
        var all = templates.of(ticket.queue(), TemplateKind.SNIPPET);
        var bodies = all.stream().map(AnswerTemplate::body).collect(Collectors.joining("\n"));
        return all.isEmpty() ? List.of() : Snippet.filled(all, known.of(ticket, bodies, viewer));
    }

    private List<AskedField> asked(
            TicketFile ticket, Typed typed, TemplateKind kind, boolean refused, AgentViewer viewer) {
        return fields.asked(ticket.articleFields(), fields(typed, kind, viewer), List.of(), refused);
    }

    /** For the use case. */
    static TypedFields fields(Typed typed, TemplateKind kind, AgentViewer viewer) {
        return FieldForms.typed(screen(kind), typed.fields(), viewer);
    }

    private static Screen screen(TemplateKind kind) {
        return switch (kind) {
            case NOTE -> Screen.NOTE;
            case CALL -> Screen.CALL;
            case ANSWER, FORWARD, MAIL -> Screen.ANSWER;
            case OPENING -> Screen.OPENING;
            case SNIPPET -> throw new IllegalArgumentException("a snippet is no form");
        };
    }

    /** The beginning that a template gives, or else the salutation; its files go along. */
    Typed begun(Typed typed, long template, TicketFile ticket, TemplateKind kind, AgentViewer viewer) {
        return templates
                .find(new AnswerTemplateId(template), ticket.queue(), kind)
                .map(found -> opened(typed, found, ticket, viewer))
                .orElseGet(() -> opened(typed, salutation(ticket, viewer)));
    }

    /**
     * The form with the template that was chosen in it before what was typed; a salutation alone gives way to it. A snippet
     * stands below the salutation, since nobody knows where the writing was.
     */
    Typed filled(Typed typed, TicketFile ticket, TemplateKind kind, AgentViewer viewer) {
        var without = without(salutation(ticket, viewer), typed);
        return chosen(templates.andSnippets(List.of(ticket.queue()), kind), typed.template())
                .map(found -> found.isFor(kind)
                        ? opened(without, found, ticket, viewer)
                        : begun(typed, without, found, ticket, viewer))
                .orElse(typed);
    }

    private Typed begun(Typed typed, Typed without, AnswerTemplate snippet, TicketFile ticket, AgentViewer viewer) {
        var said = opened(without, snippet.filled(known.of(ticket, snippet.body(), viewer)));
        var greeted = without.equals(typed) ? said : opened(said, salutation(ticket, viewer));
        return greeted.with(Map.of("template", "0"));
    }

    private static Optional<AnswerTemplate> chosen(List<AnswerTemplate> fitting, long id) {
        return fitting.stream().filter(template -> template.id().value() == id).findFirst();
    }

    private Typed opened(Typed typed, AnswerTemplate template, TicketFile ticket, AgentViewer viewer) {
        var files = new LinkedHashSet<>(typed.brought());
        template.files().forEach(file -> files.add(file.id()));
        return opened(typed, template.filled(known.of(ticket, template.body(), viewer)))
                .with(Map.of(
                        "template",
                        "" + template.id().value(),
                        "brought",
                        files.stream().map(String::valueOf).collect(Collectors.joining(","))));
    }

    /** The words above what is there, in both of its forms. */
    private static Typed opened(Typed typed, String words) {
        if (words.isEmpty()) return typed;
        var html = typed.html().isBlank() && !typed.text().isBlank()
                ? ""
                : Html.ofText(words).markup() + typed.html();
        var below = typed.text().startsWith("\n") || typed.text().isEmpty() ? typed.text() : "\n\n" + typed.text();
        return typed.with(Map.of("text", words + below, "html", html));
    }

    private static Typed without(String salutation, Typed typed) {
        var begins = !salutation.isEmpty() && typed.text().stripLeading().startsWith(salutation);
        if (!begins) return typed;
        return typed.with(Map.of(
                "text", typed.text().stripLeading().substring(salutation.length()),
                "html", withoutFirst(salutation, typed.html())));
    }

    /** However the browser writes the first paragraph now. */
    private static String withoutFirst(String salutation, String html) {
        var tag = html.startsWith("<p") ? "</p>" : "</div>";
        var end = html.indexOf(tag);
        if (end < 0) return html;
        var first = html.substring(0, end + tag.length());
        return Html.readable(first).strip().equals(salutation.strip()) ? html.substring(first.length()) : html;
    }

    private String salutation(TicketFile ticket, AgentViewer viewer) {
        return salutations.of(ticket.queue(), Known.of(ticket, viewer));
    }
}
