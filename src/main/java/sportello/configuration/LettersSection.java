package sportello.configuration;

import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.notification.KeepingLetters;
import sportello.notification.KeptLetter;
import sportello.notification.KeptRule;
import sportello.notification.Wording;

/** The words of the letters by which people are told. Those that are as we deliver them are not written out. */
@Component
class LettersSection implements Section<LettersSection.Entry> {
    private final KeepingLetters keeping;

    LettersSection(KeepingLetters keeping) {
        this.keeping = keeping;
    }

    record Entry(String letter, Text italian, Text english) {

        static Entry of(KeptLetter kept) {
            return new Entry(kept.name(), text(kept, Language.ITALIAN), text(kept, Language.ENGLISH));
        }

        private static Text text(KeptLetter kept, Language language) {
            var wording = kept.texts().get(language);
            return wording == null ? Text.NONE : new Text(wording.subject(), wording.body());
        }
    }

    @Override
    public Part part() {
        return Part.LETTERS;
    }

    @Override
    public Entry blank() {
        return new Entry("", Text.NONE, Text.NONE);
    }

    @Override
    public List<String> names() {
        return List.of("letter");
    }

    @Override
    public List<Entry> all() {
        return keeping.rules().stream()
                .map(KeptRule::letter)
                .distinct()
                .map(keeping::find)
                .flatMap(Optional::stream)
                .map(Entry::of)
                .toList();
    }

    @Override
    public boolean isWritten(Entry entry) {
        return keeping.own().contains(entry.letter());
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        var kept = before == null ? Optional.<KeptLetter>empty() : keeping.find(before.letter());
        if (kept.isEmpty()) return Outcome.refused("configuration.letter", wanted.letter());
        var texts = new EnumMap<Language, Wording>(Language.class);
        texts.put(Language.ITALIAN, wording(wanted.italian()));
        texts.put(Language.ENGLISH, wording(wanted.english()));
        return keeping.correct(kept.get().name(), kept.get().version(), texts, by);
    }

    private static Wording wording(Text text) {
        return new Wording(text.subject(), text.body());
    }
}
