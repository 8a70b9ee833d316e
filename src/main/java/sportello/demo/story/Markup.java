package sportello.demo.story;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;
import sportello.base.Html;

/** A text as a mail program would send it: paragraphs, lists, and lines of {@code | cells |} as a table. */
final class Markup {
    private static final String CELL =
            "<%1$s style=\"border:1px solid #b8c2cc;padding:4px 10px;text-align:left\">%2$s</%1$s>";

    private Markup() {}

    static Html of(String text) {
        return Html.sanitised(Stream.of(text.split("\n\n")).map(Markup::block).collect(Collectors.joining("\n")));
    }

    /** The same to be read without markup: the cells of a row one after the other. */
    static String plain(String text) {
        return text.lines()
                .map(line -> isRow(line) ? String.join(" – ", cells(line)) : line)
                .collect(Collectors.joining("\n"));
    }

    private static String block(String block) {
        var lines = block.lines().toList();
        if (lines.stream().allMatch(Markup::isRow)) return table(lines);
        if (lines.stream().allMatch(line -> line.startsWith("- "))) {
            return lines.stream()
                    .map(line -> "<li>" + HtmlUtils.htmlEscape(line.substring(2)) + "</li>")
                    .collect(Collectors.joining("", "<ul>", "</ul>"));
        }
        return lines.stream().map(HtmlUtils::htmlEscape).collect(Collectors.joining("<br>", "<p>", "</p>"));
    }

    private static String table(List<String> rows) {
        return rows.stream()
                .map(row -> row(cells(row), row.equals(rows.getFirst()) ? "th" : "td"))
                .collect(Collectors.joining(
                        "", "<table style=\"border-collapse:collapse\"><tbody>", "</tbody></table>"));
    }

    private static String row(List<String> cells, String element) {
        return cells.stream()
                .map(cell -> CELL.formatted(element, HtmlUtils.htmlEscape(cell)))
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static boolean isRow(String line) {
        return line.startsWith("| ");
    }

    private static List<String> cells(String row) {
        return Stream.of(row.substring(1).split("\\|")).map(String::strip).toList();
    }
}
