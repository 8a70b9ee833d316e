package sportello.ticket;

import sportello.base.CleanText;

/** Makes of whatever a sender calls a file a name that can be shown and offered, never a path. */
final class FileName {
    private static final int LONGEST = 255;

    private FileName() {}

    static String of(String given) {
        var line = CleanText.line(given);
        var last = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1)
                .strip();
        if (last.isEmpty() || last.equals(".") || last.equals("..")) return "file";
        return last.length() <= LONGEST ? last : shortened(last);
    }

    private static String shortened(String name) {
        var dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        var end = LONGEST - ending.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) end--;
        return name.substring(0, end) + ending;
    }
}
