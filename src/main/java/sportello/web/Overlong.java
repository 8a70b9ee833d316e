package sportello.web;

import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;
import sportello.base.Refusal;

/**
 * Marks the fields of a form that came back which hold more than they take, and says so beside each. Browsers let nobody type as
 * much; what programs send, or a page from before the limit, is refused with one sentence for the whole form, which may have ten
 * fields. One place does it for every form, by what the fields themselves say of their length.
 */
final class Overlong {
    /** As our templates write them: every value in quotation marks, with none within. */
    private static final Pattern CONTROL = Pattern.compile("<(?:input|(textarea))\\b(?:[^<>\"]++|\"[^\"]*+\")*+(?=>)");

    private static final Pattern MOST = Pattern.compile("\\smaxlength=\"(\\d{1,9})\"");
    private static final Pattern VALUE = Pattern.compile("\\svalue=\"([^\"]*+)\"");
    private static final Pattern WORDS = Pattern.compile("\\saria-describedby=\"([^\"]*+)\"");
    private static final String END = "</textarea>";

    private final Shell shell;
    private final StringBuilder marked = new StringBuilder();
    private int found;

    private Overlong(Shell shell) {
        this.shell = shell;
    }

    static String marked(String page, Shell shell) {
        return new Overlong(shell).mark(page);
    }

    private String mark(String page) {
        var controls = CONTROL.matcher(page);
        var from = 0;
        while (controls.find()) {
            if (controls.start() < from) continue;
            var tag = controls.group();
            var close = controls.end() + 1;
            var end = controls.group(1) == null ? close : page.indexOf(END, close) + END.length();
            var typed = controls.group(1) == null ? value(tag) : page.substring(close, end - END.length());
            marked.append(page, from, controls.start());
            mark(tag, page.substring(controls.end(), end), length(typed));
            from = end;
        }
        return marked.append(page, from, page.length()).toString();
    }

    private void mark(String tag, String rest, int length) {
        var most = MOST.matcher(tag);
        if (!most.find() || length <= Integer.parseInt(most.group(1)) || tag.contains("aria-invalid=")) {
            marked.append(tag).append(rest);
            return;
        }
        var id = "too-long-" + ++found;
        marked.append(described(tag, id)).append(" aria-invalid=\"true\"").append(rest);
        marked.append("<span class=\"problem\" id=\"")
                .append(id)
                .append("\">")
                .append(words(Integer.parseInt(most.group(1)), length))
                .append("</span>");
    }

    /** Beside what describes it already. */
    private static String described(String tag, String id) {
        var words = WORDS.matcher(tag);
        return words.find()
                ? tag.substring(0, words.end(1)) + " " + id + tag.substring(words.end(1))
                : tag + " aria-describedby=\"" + id + "\"";
    }

    private String words(int most, int length) {
        return HtmlUtils.htmlEscape(shell.t(new Refusal("field.long", most, length)));
    }

    private static String value(String tag) {
        var value = VALUE.matcher(tag);
        return value.find() ? value.group(1) : "";
    }

    /** As browsers count: an end of a line is one sign, and the one that begins a text none. */
    private static int length(String typed) {
        return HtmlUtils.htmlUnescape(typed.replace("\r\n", "\n").replaceFirst("^\n", ""))
                .length();
    }
}
