package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.audit.Line;
import sportello.audit.Topic;

/**
 * What administrators changed, newest first.
 *
 * @param authors who has written at all
 * @param later whether these are not the newest
 * @param next the address of the lines before these, null if there are none
 */
public record BookPage(
        BookForm form,
        List<String> authors,
        List<Line> lines,
        boolean later,
        @Nullable String next) {
    static final int MOST = 50;

    /** @param found one more than are shown, if there are more */
    static BookPage of(BookForm form, List<String> authors, List<Line> found, boolean later) {
        var lines = found.subList(0, Math.min(MOST, found.size()));
        var next = found.size() > MOST
                ? form.query().with("before", "" + lines.getLast().no()).after(Area.BOOK.address())
                : null;
        return new BookPage(form, authors, lines, later, next);
    }

    public List<Topic> topics() {
        return List.of(Topic.values());
    }

    public String newest() {
        return form.query().after(Area.BOOK.address());
    }

    public String export(String format) {
        return form.query().with("format", format).after(Area.BOOK.address() + "/export");
    }
}
