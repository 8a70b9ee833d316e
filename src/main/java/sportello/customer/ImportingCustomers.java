package sportello.customer;

import static sportello.customer.ImportSheet.key;
import static sportello.customer.ImportStep.refused;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.base.Csv;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.customer.ImportKind.Column;
import sportello.customer.ImportLine.Change;
import sportello.field.Subject;
import sportello.field.WantedField;

/** Reads customers from a file; each is known by its code. What a file has no column for stays as it is. */
@Component
class ImportingCustomers {
    private final ImportSql sql;
    private final RegisterSql register;
    private final ImportedFields fields;
    private final Particulars particulars;
    private final Charges charges;
    private final RegisterBook book;

    ImportingCustomers(
            ImportSql sql,
            RegisterSql register,
            ImportedFields fields,
            Particulars particulars,
            Charges charges,
            RegisterBook book) {
        this.charges = charges;
        this.book = book;
        this.sql = sql;
        this.register = register;
        this.fields = fields;
        this.particulars = particulars;
    }

    /**
     * What the house knows already.
     *
     * @param seen the codes of the lines before
     */
    private record Known(Map<String, Customer> customers, ImportedFields.Columns columns, Map<String, Integer> seen) {}

    List<ImportStep> steps(ImportSheet sheet) {
        var known = new HashMap<String, Customer>();
        sql.customers().forEach(customer -> known.put(key(customer.code()), customer));
        var ids = known.values().stream().map(customer -> customer.id().value()).toList();
        var all = new Known(known, fields.of(sheet, Subject.CUSTOMER, ids), new HashMap<>());
        return sheet.lines().stream().map(line -> step(sheet, line, all)).toList();
    }

    private ImportStep step(ImportSheet sheet, Csv.Line line, Known known) {
        var code = sheet.cell(line, Column.CODE).orElse("");
        var before = known.customers().get(key(code));
        var typed = details(sheet, line, before).then(details -> inHands(sheet, line, details, before));
        return switch (typed) {
            case Outcome.Refused<CustomerDetails>(var why) -> refused(line, code, why);
            case Outcome.Done<CustomerDetails>(var details) -> {
                var earlier = known.seen().putIfAbsent(key(code), line.number());
                yield earlier == null
                        ? step(line, details, before, known)
                        : refused(line, code, new Refusal("imports.twice", code, earlier));
            }
        };
    }

    private ImportStep step(Csv.Line line, CustomerDetails details, @Nullable Customer before, Known known) {
        var id = before == null ? null : before.id().value();
        return switch (fields.wanted(known.columns(), line, id)) {
            case Outcome.Refused<List<WantedField>>(var why) -> refused(line, details.code(), why);
            case Outcome.Done<List<WantedField>>(var wanted) -> step(line, details, before, wanted, known.columns());
        };
    }

    private ImportStep step(
            Csv.Line line,
            CustomerDetails details,
            @Nullable Customer before,
            List<WantedField> wanted,
            ImportedFields.Columns columns) {
        if (before == null)
            return ImportStep.fresh(line, details.name(), () -> {
                var id = register.insert(details);
                particulars.say(id, wanted);
                book.write(id, null);
            });
        var changes = Stream.of(changes(before, details), fields.changes(wanted, columns))
                .flatMap(List::stream)
                .toList();
        return ImportStep.changed(line, details.name(), changes, () -> {
            var written = book.written(before.id());
            register.update(before.id(), before.version(), details);
            particulars.say(before.id(), wanted);
            book.write(before.id(), written);
        });
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

    /** By the log-ins of the agents; who is there already may have left since. */
    private Outcome<CustomerDetails> inHands(
            ImportSheet sheet, Csv.Line line, CustomerDetails details, @Nullable Customer before) {
        return agent(sheet, line, Column.OWNER, before == null ? null : before.owner())
                .then(owner -> agent(sheet, line, Column.RESPONSIBLE, before == null ? null : before.responsible())
                        .then(responsible ->
                                Outcome.done(details.inHandsOf(owner.orElse(null), responsible.orElse(null)))));
    }

    private Outcome<Optional<AgentId>> agent(
            ImportSheet sheet, Csv.Line line, Column column, @Nullable AgentId before) {
        var typed = sheet.cell(line, column).map(String::strip).orElse(null);
        if (typed == null) return Outcome.done(Optional.ofNullable(before));
        if (typed.isEmpty()) return Outcome.done(Optional.empty());
        if (before != null && charges.login(before).equalsIgnoreCase(typed)) return Outcome.done(Optional.of(before));
        var meant = charges.byLogin(typed);
        return meant.isPresent() ? Outcome.done(meant) : Outcome.refused("imports.agent", typed);
    }

    private List<Change> changes(Customer before, CustomerDetails now) {
        var changes = new ImportChanges();
        changes.note(Column.NAME, before.name(), now.name());
        changes.note(Column.STREET, before.street(), now.street());
        changes.note(Column.ZIP, before.zip(), now.zip());
        changes.note(Column.CITY, before.city(), now.city());
        if (!Objects.equals(before.owner(), now.owner()))
            changes.note(Column.OWNER, charges.login(before.owner()), charges.login(now.owner()));
        if (!Objects.equals(before.responsible(), now.responsible()))
            changes.note(Column.RESPONSIBLE, charges.login(before.responsible()), charges.login(now.responsible()));
        changes.note(Column.VALID, "" + before.valid(), "" + now.valid());
        return changes.all();
    }
}
