package sportello.mime;

import com.google.re2j.Pattern;
import java.util.ResourceBundle;
import sportello.base.Language;

/** Makes of what a sender calls a file a name that is nothing but a name; what has none gets one in the house's language. */
final class FileNames {

    private static final String KEY = "mailfile.";
    private static final int LONGEST = 200;
    private static final int LONGEST_ENDING = 20;
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\x{2028}\\x{2029}]");

    private final ResourceBundle words;

    FileNames(Language house) {
        words = ResourceBundle.getBundle("messages.mailfiles", house.locale());
    }

    String safe(String given, String type) {
        var line = UNSEEN.matcher(CleanMail.line(given)).replaceAll("");
        var name = lastStep(line).replaceAll("[<>:\"|?*]", "_");
        name = withoutDotsBehind(name.strip());
        if (name.isEmpty()) return usual(type);
        return shortened(DEVICE.matches(name) ? "_" + name : name);
    }

    /** Of what has no name, by what it is. */
    String usual(String type) {
        return words.containsKey(KEY + type) ? ours(type) : ours("attachment");
    }

    /** What is called so by us. */
    String ours(String what) {
        return words.getString(KEY + what);
    }

    private static String withoutDotsBehind(String name) {
        var end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) end--;
        return name.substring(0, end);
    }

    private static String lastStep(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) return name;
        var dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        var room = LONGEST - ending.codePointCount(0, ending.length()) - 1;
        return name.substring(0, name.offsetByCodePoints(0, room)) + "…" + ending;
    }
}
