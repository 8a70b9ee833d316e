package sportello.base;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/** Names by which people enter: two that read alike must not be two people. */
public final class LoginName {
    /** Which stand together in words of one language. */
    private static final Set<UnicodeScript> EAST_ASIAN = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);

    private LoginName() {}

    /** On one line, with every sign in its plain form (NFKC): {@code ａdmin} is {@code admin}. */
    public static String plain(String typed) {
        return Normalizer.normalize(CleanText.line(typed), Normalizer.Form.NFKC).strip();
    }

    /** Whether its letters are of one script, as those of a word are: in {@code аdmin} the first one may be Cyrillic. */
    public static boolean isOfOneScript(String name) {
        var scripts = EnumSet.noneOf(UnicodeScript.class);
        name.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .forEach(scripts::add);
        scripts.remove(UnicodeScript.COMMON);
        scripts.remove(UnicodeScript.INHERITED);
        return scripts.size() <= 1 || EAST_ASIAN.containsAll(scripts);
    }
}
