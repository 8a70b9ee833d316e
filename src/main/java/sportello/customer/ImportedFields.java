package sportello.customer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.Csv;
import sportello.base.Outcome;
import sportello.customer.ImportLine.Change;
import sportello.field.Field;
import sportello.field.Fields;
import sportello.field.FilledField;
import sportello.field.FilledFields;
import sportello.field.Reader;
import sportello.field.Subject;
import sportello.field.Value;
import sportello.field.ValueText;
import sportello.field.WantedField;
import sportello.mail.OurCompany;

/** The columns of a file that are fields of the house's own, each by its key or by what it is called. */
@Component
class ImportedFields {
    private final Fields fields;
    private final FilledFields filled;
    private final OurCompany company;

    ImportedFields(Fields fields, FilledFields filled, OurCompany company) {
        this.fields = fields;
        this.filled = filled;
        this.company = company;
    }

    /**
     * Those of one file.
     *
     * @param places where the file says what they are to say
     * @param present what they say now, by what they tell of
     * @param house in whose language and zone the file is written
     */
    record Columns(Map<Field, Integer> places, Map<Long, List<FilledField>> present, Reader house) {}

    /** Nothing is asked where the file has none. */
    Columns of(ImportSheet sheet, Subject subject, List<Long> ids) {
        var places = new LinkedHashMap<Field, Integer>();
        for (var field : fields.of(subject)) {
            var place = sheet.place(
                    field.key(), field.label().italian(), field.label().english());
            if (place >= 0) places.put(field, place);
        }
        return new Columns(places, places.isEmpty() ? Map.of() : filled.of(subject, ids), Reader.of(company.house()));
    }

    /** What the line wants them to say; refused as on a form. */
    Outcome<List<WantedField>> wanted(Columns columns, Csv.Line line, @Nullable Long id) {
        var present = id == null ? List.<FilledField>of() : columns.present().getOrDefault(id, List.of());
        var wanted = new ArrayList<WantedField>();
        for (var column : columns.places().entrySet()) {
            switch (fields.named(column.getKey(), line.cell(column.getValue()), columns.house(), present)) {
                case Outcome.Done<Optional<WantedField>>(var change) -> change.ifPresent(wanted::add);
                case Outcome.Refused<Optional<WantedField>> _ -> {
                    return Outcome.refused(
                            "imports.own_field",
                            column.getKey().label(columns.house().language()),
                            line.cell(column.getValue()));
                }
            }
        }
        return Outcome.done(wanted);
    }

    List<Change> changes(List<WantedField> wanted, Columns columns) {
        var house = columns.house();
        return wanted.stream()
                .map(one -> new Change(
                        Change.OWN + one.field().in(house.language()), said(one.from(), house), said(one.to(), house)))
                .toList();
    }

    private static String said(@Nullable Value value, Reader house) {
        if (value == null) return "";
        return switch (house.language()) {
            case ITALIAN -> ValueText.shown(value, house, "sì", "no");
            case ENGLISH -> ValueText.shown(value, house, "yes", "no");
        };
    }
}
