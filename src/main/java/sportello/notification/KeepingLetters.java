package sportello.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.CleanText;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.reply.Placeholders;

/** Administrators keep which rules tell people, and in which words. What we deliver can always be had again. */
@Component
public class KeepingLetters {
    /** In characters. */
    public static final int LONGEST_SUBJECT = 200;

    /** In characters. */
    public static final int LONGEST_BODY = 10_000;

    private final KeptLetterSql sql;
    private final Places places;
    private final Book book;

    KeepingLetters(KeptLetterSql sql, Places places, Book book) {
        this.sql = sql;
        this.places = places;
        this.book = book;
    }

    /** As the book tells of it. */
    private record WrittenRules(Map<String, Boolean> told) {

        static WrittenRules of(List<KeptRule> rules) {
            var told = new TreeMap<String, Boolean>();
            for (var rule : rules)
                told.put(rule.occasion().key() + "." + rule.audience().key(), rule.on());
            return new WrittenRules(told);
        }
    }

    /** As the book tells of it. */
    private record WrittenRule(int leastPriority, Set<Long> types, Set<Long> services) {

        static WrittenRule of(KeptRule rule) {
            return new WrittenRule(rule.leastPriority(), new TreeSet<>(rule.types()), new TreeSet<>(rule.services()));
        }
    }

    /** As the book tells of it. */
    private record WrittenLetter(Map<String, String> title, Map<String, String> text) {

        static WrittenLetter of(Map<Language, Wording> texts) {
            var title = new TreeMap<String, String>();
            var text = new TreeMap<String, String>();
            texts.forEach((language, wording) -> {
                title.put(language.code(), wording.subject());
                text.put(language.code(), wording.body());
            });
            return new WrittenLetter(title, text);
        }
    }

    /** All of them, occasion by occasion. */
    public List<KeptRule> rules() {
        return sql.rules();
    }

    /** The names of the letters that are not as we deliver them. */
    public Set<String> own() {
        return sql.own();
    }

    public Optional<KeptLetter> find(String name) {
        return sql.find(name);
    }

    /** What can stand in the letter. */
    public SortedSet<String> places(KeptLetter letter) {
        return places.and(letter.places());
    }

    /** @param on the rules that tell people from now on; all others tell nobody */
    @Transactional
    public Outcome<Integer> switchOn(Set<Long> on, Authority by) {
        if (!by.administrator()) return Outcome.refused("letters.administer");
        sql.keepAlone();
        var before = WrittenRules.of(sql.rules());
        sql.switchOn(on);
        book.write(Topic.LETTERS, "rules", "*", before, WrittenRules.of(sql.rules()));
        return Outcome.done(on.size());
    }

    /**
     * The rule is for these tickets from now on.
     *
     * @param leastPriority 1 for all
     * @param types empty for all
     * @param services empty for all; those below them count too
     */
    @Transactional
    public Outcome<Long> narrow(long id, int leastPriority, Set<Long> types, Set<Long> services, Authority by) {
        if (!by.administrator()) return Outcome.refused("letters.administer");
        if (leastPriority < 1 || leastPriority > 5) return Outcome.refused("letters.priority");
        sql.keepAlone();
        var before = rule(id);
        if (before.isEmpty()) return Outcome.refused("letters.gone");
        sql.narrow(id, leastPriority, types, services);
        book.write(
                Topic.LETTERS,
                id,
                before.get().occasion().key() + "." + before.get().audience().key(),
                WrittenRule.of(before.get()),
                new WrittenRule(leastPriority, new TreeSet<>(types), new TreeSet<>(services)));
        return Outcome.done(id);
    }

    public Optional<KeptRule> rule(long id) {
        return sql.rules().stream().filter(rule -> rule.id() == id).findFirst();
    }

    /**
     * The letter's name.
     *
     * @param seen the version of the letter that was corrected
     */
    @Transactional
    public Outcome<String> correct(String name, int seen, Map<Language, Wording> typed, Authority by) {
        if (!by.administrator()) return Outcome.refused("letters.administer");
        sql.keepAlone();
        var kept = sql.find(name);
        if (kept.isEmpty()) return Outcome.refused("letters.gone");
        return checked(kept.get(), typed).then(texts -> {
            if (kept.get().version() != seen) return Outcome.refused("letters.changed");
            sql.write(name, texts);
            book.write(Topic.LETTERS, name, name, WrittenLetter.of(kept.get().texts()), WrittenLetter.of(texts));
            return Outcome.done(name);
        });
    }

    /** The letter as we deliver it. */
    @Transactional
    public Outcome<String> restore(String name, Authority by) {
        if (!by.administrator()) return Outcome.refused("letters.administer");
        sql.keepAlone();
        var kept = sql.find(name);
        if (kept.isEmpty()) return Outcome.refused("letters.gone");
        sql.forget(name);
        book.write(
                Topic.LETTERS,
                name,
                name,
                WrittenLetter.of(kept.get().texts()),
                WrittenLetter.of(kept.get().shipped()));
        return Outcome.done(name);
    }

    /** The texts as they can be sent; refuses those that ask for what their readers may not know. */
    Outcome<Map<Language, Wording>> checked(KeptLetter letter, Map<Language, Wording> typed) {
        var texts = new HashMap<Language, Wording>();
        for (var language : letter.shipped().keySet()) {
            var wording = typed.getOrDefault(language, new Wording("", ""));
            var subject = CleanText.line(wording.subject());
            var body = CleanText.lines(wording.body());
            if (CleanText.isBlank(subject) || CleanText.isBlank(body)) return Outcome.refused("letters.empty");
            if (subject.length() > LONGEST_SUBJECT) return Outcome.refused("letters.subject_long", LONGEST_SUBJECT);
            if (body.length() > LONGEST_BODY) return Outcome.refused("letters.body_long", LONGEST_BODY);
            var wrong = Placeholders.wrongLines(subject + body);
            if (!wrong.isEmpty())
                return Outcome.refused("letters.lines", String.join(", ", wrong), Placeholders.MOST_LINES);
            var unknown = Placeholders.in(subject + body);
            unknown.removeAll(places(letter));
            if (!unknown.isEmpty()) return Outcome.refused("letters.unknown", String.join(", ", unknown));
            texts.put(language, new Wording(subject, body));
        }
        return Outcome.done(texts);
    }
}
