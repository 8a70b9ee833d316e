package sportello.web.admin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import sportello.postmaster.KeptFilter;
import sportello.postmaster.MailFilter;
import sportello.postmaster.MailFilter.Part;
import sportello.postmaster.MailFilter.Setting;

/**
 * A mail filter as somebody typed it.
 *
 * @param seen the version of the filter that is corrected, 0 for a new one
 * @param wishes by their name, what is to become of the mail; empty or absent where nothing
 */
public record FilterForm(
        int seen,
        String name,
        List<Line> lines,
        Map<String, String> wishes,
        boolean stop,
        boolean followUps,
        boolean valid) {
    /** The wishes that are a yes and nothing more. */
    private static final List<String> PLAIN = List.of("ignore", "silent", "lock");

    private static final List<String> FILLED = List.of(
            "queue",
            "priority",
            "state",
            "owner",
            "responsible",
            "title",
            "type",
            "service",
            "pending",
            Setting.LEADS_BY);
    private static final int BLANK_LINES = 2;

    static final FilterForm BLANK = new FilterForm(0, "", List.of(), Map.of(), false, false, true);

    /** One condition. */
    public record Line(Part part, String header, boolean negated, String pattern) {
        private static final Line BLANK = new Line(Part.HEADER, "", false, "");

        boolean isBlank() {
            return header.isBlank() && pattern.isEmpty();
        }
    }

    public FilterForm {
        lines = List.copyOf(lines);
        wishes = Map.copyOf(wishes);
    }

    static FilterForm of(KeptFilter kept) {
        var filter = kept.filter();
        var wishes = new LinkedHashMap<String, String>();
        for (var setting : filter.settings())
            wishes.put(setting.name(), PLAIN.contains(setting.name()) ? "yes" : setting.value());
        var lines = filter.conditions().stream()
                .map(one -> new Line(one.part(), one.header(), one.negated(), one.pattern()))
                .toList();
        return new FilterForm(
                kept.version(), filter.name(), lines, wishes, filter.stop(), filter.followUps(), kept.valid());
    }

    static FilterForm read(Sent sent) {
        var wishes = new LinkedHashMap<String, String>();
        for (var name : FILLED) wishes.put(name, sent.text(name).strip());
        for (var name : PLAIN) wishes.put(name, sent.text(name));
        for (var name : sent.fields().keySet())
            if (name.startsWith(Setting.OF_FIELD))
                wishes.put(name, sent.text(name).strip());
        return new FilterForm(
                sent.number("version"),
                sent.text("name"),
                lines(sent),
                wishes,
                sent.ticked("stop"),
                sent.ticked("followUps"),
                sent.ticked("valid"));
    }

    private static List<Line> lines(Sent sent) {
        return IntStream.range(0, sent.count("pattern"))
                .mapToObj(number -> new Line(
                        part(sent.at("part", number)),
                        sent.at("header", number),
                        sent.at("sense", number).equals("lacks"),
                        sent.at("pattern", number)))
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static Part part(String sent) {
        return switch (sent) {
            case "body" -> Part.BODY;
            case "attachment" -> Part.ATTACHMENT;
            default -> Part.HEADER;
        };
    }

    MailFilter filter() {
        var settings = wishes.entrySet().stream()
                .filter(wish -> !wish.getValue().isEmpty())
                .map(wish -> new Setting(wish.getKey(), wish.getValue()))
                .sorted(Comparator.comparing(Setting::name))
                .toList();
        var conditions = lines.stream()
                .map(line -> new MailFilter.Condition(line.part(), line.header(), line.pattern(), line.negated()))
                .toList();
        return new MailFilter(name, stop, followUps, conditions, settings);
    }

    /** What is wished of this, empty if nothing. */
    public String wish(String name) {
        return wishes.getOrDefault(name, "");
    }

    /** What a field of the house's own is to say, empty if nothing. */
    public String field(String key) {
        return wish(Setting.OF_FIELD + key);
    }

    /** The key of the field that leads to a ticket, empty if none does. */
    public String leadsBy() {
        return wish(Setting.LEADS_BY);
    }

    /** The keys of the fields that are to say something. */
    List<String> fields() {
        return wishes.keySet().stream()
                .filter(name -> name.startsWith(Setting.OF_FIELD) && !wish(name).isEmpty())
                .map(name -> name.substring(Setting.OF_FIELD.length()))
                .sorted()
                .toList();
    }

    /** Those that are filled in, and some to fill in. */
    public List<Line> offered() {
        var offered = new ArrayList<>(lines);
        for (var blank = 0; blank < BLANK_LINES; blank++) offered.add(Line.BLANK);
        return offered;
    }
}
