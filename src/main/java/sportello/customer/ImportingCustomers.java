package sportello.customer;

import static sportello.customer.ImportSheet.key;
import static sportello.customer.ImportStep.refused;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.Csv;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.customer.ImportKind.Column;
import sportello.customer.ImportLine.Change;

/** Reads customers from a file; each is known by its code. What a file has no column for stays as it is. */
@Component
class ImportingCustomers {
    private final ImportSql sql;
    private final RegisterSql register;

    ImportingCustomers(ImportSql sql, RegisterSql register) {
        this.sql = sql;
        this.register = register;
    }

    List<ImportStep> steps(ImportSheet sheet) {
        var known = new HashMap<String, Customer>();
        sql.customers().forEach(customer -> known.put(key(customer.code()), customer));
        var seen = new HashMap<String, Integer>();
        return sheet.lines().stream()
                .map(line -> step(sheet, line, known, seen))
                .toList();
    }

    private ImportStep step(ImportSheet sheet, Csv.Line line, Map<String, Customer> known, Map<String, Integer> seen) {
        var code = sheet.cell(line, Column.CODE).orElse("");
        var before = known.get(key(code));
        var typed = details(sheet, line, before);
        return switch (typed) {
            case Outcome.Refused<CustomerDetails>(var why) -> refused(line, code, why);
            case Outcome.Done<CustomerDetails>(var details) -> {
                var earlier = seen.putIfAbsent(key(code), line.number());
                yield earlier == null
                        ? step(line, details, before)
                        : refused(line, code, new Refusal("imports.twice", code, earlier));
            }
        };
    }

    private ImportStep step(Csv.Line line, CustomerDetails details, @Nullable Customer before) {
        if (before == null) return ImportStep.fresh(line, details.name(), () -> register.insert(details));
        return ImportStep.changed(
                line,
                details.name(),
                changes(before, details),
                () -> register.update(before.id(), before.version(), details));
    }

    private static Outcome<CustomerDetails> details(ImportSheet sheet, Csv.Line line, @Nullable Customer before) {
        var known = Optional.ofNullable(before);
        return sheet.truth(line, Column.VALID)
                .then(valid -> CustomerDetails.of(
                        known.map(Customer::code)
                                .orElse(sheet.cell(line, Column.CODE).orElse("")),
                        sheet.cell(line, Column.NAME).orElse(""),
                        sheet.cell(line, Column.STREET)
                                .orElse(known.map(Customer::street).orElse("")),
                        sheet.cell(line, Column.ZIP)
                                .orElse(known.map(Customer::zip).orElse("")),
                        sheet.cell(line, Column.CITY)
                                .orElse(known.map(Customer::city).orElse("")),
                        valid.orElse(known.map(Customer::valid).orElse(true))));
    }

    private static List<Change> changes(Customer before, CustomerDetails now) {
        var changes = new ImportChanges();
        changes.note(Column.NAME, before.name(), now.name());
        changes.note(Column.STREET, before.street(), now.street());
        changes.note(Column.ZIP, before.zip(), now.zip());
        changes.note(Column.CITY, before.city(), now.city());
        changes.note(Column.VALID, "" + before.valid(), "" + now.valid());
        return changes.all();
    }
}
