package sportello.customer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.Csv;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.customer.ImportKind.Column;
import sportello.customer.ImportLine.Change;
import sportello.customer.ImportLine.Fate;

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
        if (before == null)
            return new ImportStep(
                    new ImportLine(line.number(), details.name(), new Fate.Fresh()), () -> register.insert(details));
        var changes = changes(before, details);
        return changes.isEmpty()
                ? ImportStep.idle(new ImportLine(line.number(), details.name(), new Fate.Same()))
                : new ImportStep(
                        new ImportLine(line.number(), details.name(), new Fate.Changed(changes)),
                        () -> register.update(before.id(), before.version(), details));
    }

    private static Outcome<CustomerDetails> details(ImportSheet sheet, Csv.Line line, @Nullable Customer before) {
        var valid = sheet.cell(line, Column.VALID).filter(typed -> !typed.isBlank());
        var truth = valid.flatMap(ImportWords::truth);
        if (valid.isPresent() && truth.isEmpty()) return Outcome.refused("imports.truth", valid.get());
        var known = Optional.ofNullable(before);
        return CustomerDetails.of(
                known.map(Customer::code).orElse(sheet.cell(line, Column.CODE).orElse("")),
                sheet.cell(line, Column.NAME).orElse(""),
                sheet.cell(line, Column.STREET)
                        .orElse(known.map(Customer::street).orElse("")),
                sheet.cell(line, Column.ZIP).orElse(known.map(Customer::zip).orElse("")),
                sheet.cell(line, Column.CITY).orElse(known.map(Customer::city).orElse("")),
                truth.orElse(known.map(Customer::valid).orElse(true)));
    }

    private static List<Change> changes(Customer before, CustomerDetails now) {
        var changes = new ArrayList<Change>();
        add(changes, Column.NAME, before.name(), now.name());
        add(changes, Column.STREET, before.street(), now.street());
        add(changes, Column.ZIP, before.zip(), now.zip());
        add(changes, Column.CITY, before.city(), now.city());
        add(changes, Column.VALID, truth(before.valid()), truth(now.valid()));
        return List.copyOf(changes);
    }

    static void add(List<Change> changes, Column column, String before, String now) {
        if (!before.equals(now)) changes.add(new Change(column.head(), before, now));
    }

    static String truth(boolean valid) {
        return valid ? "sì" : "no";
    }

    static ImportStep refused(Csv.Line line, String name, Refusal why) {
        return ImportStep.idle(new ImportLine(line.number(), name, new Fate.Refused(why)));
    }

    static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
