package sportello.web.agent.ticket;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import sportello.base.Outcome;
import sportello.field.TypedFields;
import sportello.mail.Addressees;
import sportello.ticket.DraftFile;
import sportello.ticket.Mail;
import sportello.ticket.RichText;
import sportello.ticket.Sequel;
import sportello.ticket.Spent;
import sportello.ticket.State;
import sportello.ticket.Status;
import sportello.ticket.Title;
import sportello.ticket.Upload;
import sportello.ticket.Uploads;
import sportello.ticket.Word;
import sportello.web.ReceivedFiles;
import sportello.web.agent.Ids;
import sportello.web.agent.SavedFiles;

/**
 * A text as somebody typed it into a form, kept as it is until it is in order.
 *
 * @param version of the ticket on which it was written
 * @param article the number of the article that it is about, 0 for none
 * @param html the text with its formatting, empty where it is plain
 * @param visible whether the customer shall read it; null where nobody is asked
 * @param end the key of the state in which a closing ends; empty as long as nobody chose
 * @param call which way a call went; empty where it was none
 * @param other with whom a call was held; empty where it was none
 * @param to to whom a mail goes, as typed; so are {@code cc} and {@code bcc}
 * @param minutes how long it took, as typed
 * @param agents for whom of the desk a note is meant
 * @param along the positions of those of the article's files that go along
 * @param then what becomes of the ticket when the mail is written: a state's key, or empty
 * @param date until when it waits, with {@code time}
 * @param recalled the number of an article that was taken back, whose files go along again
 * @param kept the positions of those that still go along
 * @param template that was chosen, 0 for none
 * @param brought those of its files that go along
 * @param saved the files of the draft
 * @param fields the house's own, by their keys
 * @param inClear whether a mail may leave in the clear, though what it is about came encrypted
 * @param draft when it was kept as a draft, null for what is new
 */
public record Typed(
        int version,
        Integer article,
        String subject,
        String text,
        String html,
        @Nullable Boolean visible,
        String end,
        String call,
        String other,
        String to,
        String cc,
        String bcc,
        String minutes,
        List<Long> agents,
        List<Integer> along,
        List<MultipartFile> files,
        String then,
        String date,
        String time,
        Integer recalled,
        List<Integer> kept,
        Long template,
        List<Long> brought,
        SavedFiles saved,
        Map<String, String> fields,
        Boolean inClear,
        @Nullable Instant draft) {

    /** The states in which a ticket can be closed. */
    public static final List<State> ENDS = List.of(State.CLOSED_SUCCESSFUL, State.CLOSED_UNSUCCESSFUL);

    /** The states in which a mail can leave its ticket. */
    public static final List<State> SEQUELS = State.CHOSEN;

    public Typed(
            int version,
            @Nullable Integer article,
            @Nullable String subject,
            @Nullable String text,
            @Nullable String html,
            @Nullable Boolean visible,
            @Nullable String end,
            @Nullable String call,
            @Nullable String other,
            @Nullable String to,
            @Nullable String cc,
            @Nullable String bcc,
            @Nullable String minutes,
            @Nullable List<Long> agents,
            @Nullable List<Integer> along,
            @Nullable List<MultipartFile> files,
            @Nullable String then,
            @Nullable String date,
            @Nullable String time,
            @Nullable Integer recalled,
            @Nullable List<Integer> kept,
            @Nullable Long template,
            @Nullable List<Long> brought,
            @Nullable SavedFiles saved,
            @Nullable Map<String, String> fields,
            @Nullable Boolean inClear,
            @Nullable Instant draft) {
        this.version = version;
        this.article = article == null ? 0 : article;
        this.subject = orEmpty(subject);
        this.text = orEmpty(text);
        this.html = orEmpty(html);
        this.visible = visible;
        this.end = orEmpty(end);
        this.call = orEmpty(call);
        this.other = orEmpty(other);
        this.to = orEmpty(to);
        this.cc = orEmpty(cc);
        this.bcc = orEmpty(bcc);
        this.minutes = orEmpty(minutes);
        this.agents = Ids.sent(agents);
        this.along = chosen(along);
        this.files = files == null ? List.of() : List.copyOf(files);
        this.then = orEmpty(then);
        this.date = orEmpty(date);
        this.time = orEmpty(time);
        this.recalled = recalled == null ? 0 : recalled;
        this.kept = chosen(kept);
        this.template = template == null ? 0 : template;
        this.brought = Ids.sent(brought);
        this.saved = saved == null ? SavedFiles.NONE : saved;
        this.fields = fields == null ? Map.of() : Map.copyOf(fields);
        this.inClear = Boolean.TRUE.equals(inClear);
        this.draft = draft;
    }

    private static <T> List<T> chosen(@Nullable List<T> boxes) {
        return boxes == null
                ? List.of()
                : boxes.stream().filter(Objects::nonNull).toList();
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    static Typed blank(int version, String subject, String text) {
        return of(version, Map.of("subject", subject, "text", text), null);
    }

    /** The same, and what it says with its formatting too. */
    static Typed blank(int version, String subject, Quote beginning) {
        return of(version, Map.of("subject", subject, "text", beginning.text(), "html", beginning.html()), null);
    }

    /** The fields as {@link #content} gave them. */
    static Typed of(int version, Map<String, String> content, @Nullable Instant draft) {
        return of(version, content, List.of(), draft);
    }

    private static Typed of(
            int version, Map<String, String> content, List<MultipartFile> files, @Nullable Instant draft) {
        return new Typed(
                version,
                Integer.valueOf(content.getOrDefault("article", "0")),
                content.get("subject"),
                content.get("text"),
                content.get("html"),
                choice(content.get("visible")),
                content.get("end"),
                content.get("call"),
                content.get("other"),
                content.get("to"),
                content.get("cc"),
                content.get("bcc"),
                content.get("minutes"),
                Ids.kept(content.get("agents")),
                numbers(content.get("along")).map(Integer::valueOf).toList(),
                files,
                content.get("then"),
                content.get("date"),
                content.get("time"),
                Integer.valueOf(content.getOrDefault("recalled", "0")),
                numbers(content.get("kept")).map(Integer::valueOf).toList(),
                Long.valueOf(content.getOrDefault("template", "0")),
                Ids.kept(content.get("brought")),
                SavedFiles.of(content),
                TypedFields.among(content),
                choice(content.get("inClear")),
                draft);
    }

    private static Stream<String> numbers(@Nullable String listed) {
        return listed == null ? Stream.of() : Stream.of(listed.split(",")).filter(number -> !number.isEmpty());
    }

    private static @Nullable Boolean choice(@Nullable String chosen) {
        return chosen == null || chosen.isEmpty() ? null : Boolean.valueOf(chosen);
    }

    /** Its fields by their names, to be kept; files are kept on their own. */
    Map<String, String> content() {
        var content = new HashMap<String, String>();
        content.put("article", article.toString());
        content.put("subject", subject);
        content.put("text", text);
        content.put("html", html);
        if (visible != null) content.put("visible", visible.toString());
        if (!end.isEmpty()) content.put("end", end);
        if (inClear) content.put("inClear", "true");
        content.put("call", call);
        content.put("other", other);
        content.put("to", to);
        content.put("cc", cc);
        content.put("bcc", bcc);
        content.put("minutes", minutes);
        content.put("agents", Ids.listed(agents));
        content.put("along", along.stream().map(String::valueOf).collect(joining(",")));
        content.put("then", then);
        content.put("date", date);
        content.put("time", time);
        content.put("recalled", recalled.toString());
        content.put("kept", kept.stream().map(String::valueOf).collect(joining(",")));
        content.put("template", template.toString());
        content.put("brought", Ids.listed(brought));
        content.putAll(saved.content());
        content.putAll(TypedFields.named(fields));
        return content;
    }

    /** The same with these fields. */
    Typed with(Map<String, String> fields) {
        var content = content();
        content.putAll(fields);
        return of(version, content, files, draft);
    }

    /** The same when the files that came with it are among those of the draft. */
    Typed saved(List<DraftFile> files) {
        var content = content();
        content.putAll(saved.among(files).content());
        return of(version, content, draft);
    }

    public boolean isVisible() {
        return Boolean.TRUE.equals(visible);
    }

    /** Whether files came along, which a browser does not keep for a form that comes back. */
    public boolean hasFiles() {
        return !added().isEmpty();
    }

    /** The files that came along. */
    List<Upload> added() {
        return ReceivedFiles.chosen(files);
    }

    /** The same in order, to be mailed with these files before those that came with the form. */
    Outcome<Mail> readMail(List<Upload> stored, TypedFields asked) {
        return Addressees.of(to, cc, bcc)
                .then(addressees -> read(stored, asked)
                        .then(word -> Outcome.done(new Mail(
                                addressees,
                                word.subject(),
                                word.text(),
                                word.files(),
                                word.spent(),
                                word.fields(),
                                inClear))));
    }

    /** What is to become of the ticket. */
    Outcome<Sequel> sequel(ZonedDateTime now) {
        if (then.isEmpty()) return Outcome.done(new Sequel.Stay());
        var closed = Status.closed(then);
        if (closed.isPresent()) return Outcome.done(new Sequel.Close(closed.get()));
        return PendingForm.of(version, then, date, time)
                .read(now)
                .then(wait -> Outcome.done(new Sequel.Wait(wait.state(), wait.until())));
    }

    Outcome<Word> read() {
        return read(List.of(), TypedFields.NONE);
    }

    /** With these files before those that came with the form, and what the form asked of the article. */
    Outcome<Word> read(List<Upload> stored, TypedFields asked) {
        return Title.of(subject)
                .then(title -> RichText.of(html, text)
                        .then(rich -> files(stored, rich)
                                .then(uploads -> Spent.of(minutes)
                                        .then(spent ->
                                                Outcome.done(new Word(title, rich.text(), uploads, spent, asked))))));
    }

    /** What was there, what was attached, and behind it what was pasted into the text. */
    private Outcome<Uploads> files(List<Upload> stored, RichText rich) {
        var all = new ArrayList<>(stored);
        all.addAll(added());
        all.addAll(rich.pictures());
        return Uploads.of(all);
    }
}
