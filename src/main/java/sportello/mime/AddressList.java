package sportello.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the people of a field, however they are written. What cannot be an address is kept as if it were one. */
final class AddressList {

    private static final int LONGEST_NAME = 250;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_CHARSET = 60;

    private final String raw;
    private final List<MailAddress> found = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private final StringBuilder angle = new StringBuilder();
    private boolean hasAngle;
    private int position;

    private AddressList(String raw) {
        this.raw = raw;
    }

    static List<MailAddress> of(String raw) {
        return new AddressList(raw).read();
    }

    static List<MailAddress> of(List<String> fields) {
        return fields.stream().flatMap(field -> of(field).stream()).toList();
    }

    private List<MailAddress> read() {
        while (position < raw.length()) {
            if (word()) continue;
            var sign = raw.charAt(position++);
            switch (sign) {
                case '"' -> quoted();
                case '(' -> comment();
                case '<' -> angle();
                case ',', ';' -> finish();
                case ':' -> colon();
                case '>' -> {}
                default -> text.append(sign);
            }
        }
        finish();
        return List.copyOf(found);
    }

    private void quoted() {
        while (position < raw.length()) {
            var sign = raw.charAt(position++);
            if (sign == '"') return;
            if (sign == '\\' && position < raw.length()) sign = raw.charAt(position++);
            text.append(sign);
        }
    }

    private void comment() {
        var depth = 1;
        while (position < raw.length()) {
            var sign = raw.charAt(position++);
            if (sign == '(') depth++;
            if (sign == ')' && --depth == 0) return;
            comment.append(sign);
        }
    }

    /** An encoded word is one word, whatever signs are in it. */
    private boolean word() {
        if (!raw.startsWith("=?", position)) return false;
        var second = raw.indexOf('?', position + 2);
        if (second < 0 || second > position + 2 + LONGEST_CHARSET || !raw.startsWith("?", second + 2)) return false;
        var from = Math.min(raw.length(), second + 3);
        var end = raw.indexOf("?=", from, Math.max(from, Math.min(raw.length(), position + LONGEST_ADDRESS)));
        if (end < 0) return false;
        text.append(raw, position, end + 2);
        position = end + 2;
        return true;
    }

    private void angle() {
        angle.setLength(0);
        hasAngle = true;
        while (position < raw.length()) {
            var sign = raw.charAt(position++);
            if (sign == '>') return;
            if (sign == ',' && angle.indexOf("@") > 0) {
                position--;
                return;
            }
            if (sign != '<') angle.append(sign);
        }
    }

    /** What stands before a colon is the name of a group, or {@code mailto}. */
    private void colon() {
        if (text.indexOf("@") < 0) text.setLength(0);
        else text.append(':');
    }

    private void finish() {
        var shown = text.toString().strip();
        var address = hasAngle ? angle.toString().strip() : shown;
        var name = hasAngle ? shown : "";
        if (!hasAngle && address.indexOf('@') >= 0 && address.indexOf(' ') >= 0) {
            var word = wordWithAt(address);
            name = address.replace(word, "").strip();
            address = word;
        }
        if (name.isEmpty()) name = comment.toString().strip();
        if (name.isEmpty() && address.indexOf('@') < 0 && address.indexOf(' ') >= 0) {
            name = address;
            address = "";
        }
        add(EncodedWords.decode(name), bare(address));
        text.setLength(0);
        comment.setLength(0);
        angle.setLength(0);
        hasAngle = false;
    }

    private void add(String name, String address) {
        if (name.isEmpty() && address.isEmpty()) return;
        found.add(new MailAddress(CleanMail.line(name, LONGEST_NAME), CleanMail.line(address, LONGEST_ADDRESS)));
    }

    private static String wordWithAt(String text) {
        var at = text.lastIndexOf('@');
        var from = text.lastIndexOf(' ', at) + 1;
        var to = text.indexOf(' ', at);
        return text.substring(from, to < 0 ? text.length() : to);
    }

    private static String bare(String address) {
        var bare = address;
        if (bare.toLowerCase(Locale.ROOT).startsWith("mailto:")) bare = bare.substring(7);
        if (bare.startsWith("@") && bare.indexOf(':') > 0) bare = bare.substring(bare.lastIndexOf(':') + 1);
        if (bare.length() > 1 && bare.startsWith("'") && bare.endsWith("'"))
            bare = bare.substring(1, bare.length() - 1);
        return bare.strip();
    }
}
