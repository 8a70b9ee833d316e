package sportello.customer;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import sportello.base.Csv;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.customer.ImportKind.Column;

/** A file with its columns recognised by their heads. */
final class ImportSheet {
    static final int MOST = 10_000;

    private final Map<Column, Integer> places;
    private final List<String> heads;
    private final List<Csv.Line> lines;

    private ImportSheet(Map<Column, Integer> places, List<String> heads, List<Csv.Line> lines) {
        this.places = places;
        this.heads = heads;
        this.lines = lines;
    }

    /** Refuses a file without a head, without a column that is needed, or with too many lines. */
    static Outcome<ImportSheet> read(ImportKind kind, String text) {
        var lines = Csv.read(text);
        if (lines.size() < 2) return Outcome.refused("imports.empty");
        if (lines.size() - 1 > MOST) return Outcome.refused("imports.many", MOST, lines.size() - 1);
        var places = new EnumMap<Column, Integer>(Column.class);
        var heads = lines.getFirst().cells();
        for (var column : kind.columns())
            for (var place = 0; place < heads.size(); place++)
                if (column.isCalled(heads.get(place))) places.putIfAbsent(column, place);
        for (var column : kind.needed())
            if (!places.containsKey(column)) return Outcome.refused("imports.column", column.head());
        return Outcome.done(new ImportSheet(places, heads, lines.subList(1, lines.size())));
    }

    List<Csv.Line> lines() {
        return lines;
    }

    /** Which column has one of these heads and is none that we know; -1 for none. */
    int place(String... names) {
        for (var place = 0; place < heads.size(); place++) {
            var head = heads.get(place).strip();
            if (!places.containsValue(place) && Stream.of(names).anyMatch(head::equalsIgnoreCase)) return place;
        }
        return -1;
    }

    /** What the line says; nothing where the file has no such column. */
    Optional<String> cell(Csv.Line line, Column column) {
        var place = places.get(column);
        return place == null ? Optional.empty() : Optional.of(line.cell(place));
    }

    /** The same as yes or no; nothing also where it is left empty. */
    Outcome<Optional<Boolean>> truth(Csv.Line line, Column column) {
        return read(line, column, ImportWords::truth, "imports.truth");
    }

    Outcome<Optional<Language>> language(Csv.Line line, Column column) {
        return read(line, column, ImportWords::language, "imports.language");
    }

    private <T> Outcome<Optional<T>> read(
            Csv.Line line, Column column, Function<String, Optional<T>> words, String why) {
        var typed = cell(line, column).filter(text -> !text.isBlank());
        var meant = typed.flatMap(words);
        return typed.isPresent() && meant.isEmpty() ? Outcome.refused(why, typed.get()) : Outcome.done(meant);
    }

    /** Codes, addresses and names are the same in capitals. */
    static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
