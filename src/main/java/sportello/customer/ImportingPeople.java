package sportello.customer;

import static sportello.customer.ImportSheet.key;
import static sportello.customer.ImportStep.refused;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.Csv;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.customer.ImportKind.Column;
import sportello.customer.ImportLine.Change;
import sportello.field.Subject;
import sportello.field.WantedField;

/** Reads customer users from a file; each is known by the e-mail address. What a file has no column for stays as it is. */
@Component
class ImportingPeople {
    private final ImportSql sql;
    private final RegisterSql register;
    private final ImportedFields fields;
    private final Particulars particulars;
    private final Naming naming;
    private final RegisterBook book;

    ImportingPeople(
            ImportSql sql,
            RegisterSql register,
            ImportedFields fields,
            Particulars particulars,
            Naming naming,
            RegisterBook book) {
        this.naming = naming;
        this.book = book;
        this.sql = sql;
        this.register = register;
        this.fields = fields;
        this.particulars = particulars;
    }

    /**
     * Whom the house knows, and by which names.
     *
     * @param seen in which line of the file each name stood first
     * @param seenTaxed the same of tax codes, by which people may be called too
     */
    private record Known(
            Map<String, CustomerUser> byEmail,
            Map<String, CustomerUser> byName,
            Map<String, CustomerUser> byTaxCode,
            Map<String, Customer> customers,
            Map<CustomerId, String> codes,
            ImportedFields.Columns columns,
            Map<String, Integer> seen,
            Map<String, Integer> seenTaxed,
            Consumer<CustomerUserId> entered) {}

    /** @param entered hears of everybody new once the steps are done */
    List<ImportStep> steps(ImportSheet sheet, Consumer<CustomerUserId> entered) {
        var people = sql.people();
        var ids = people.stream().map(person -> person.id().value()).toList();
        var columns = fields.of(sheet, Subject.CUSTOMER_USER, ids);
        var known = new Known(
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                columns,
                new HashMap<>(),
                new HashMap<>(),
                entered);
        for (var person : people) {
            known.byEmail().put(key(person.email()), person);
            known.byName().put(key(person.email()), person);
            known.byName().put(key(person.login()), person);
            if (person.valid() && !person.taxCode().isEmpty()) known.byTaxCode().put(person.taxCode(), person);
        }
        for (var customer : sql.customers()) {
            if (customer.valid()) known.customers().put(key(customer.code()), customer);
            known.codes().put(customer.id(), customer.code());
        }
        return sheet.lines().stream().map(line -> step(sheet, line, known)).toList();
    }

    private ImportStep step(ImportSheet sheet, Csv.Line line, Known known) {
        var email = sheet.cell(line, Column.EMAIL).orElse("");
        var code = sheet.cell(line, Column.CUSTOMER).orElse("");
        var customer = known.customers().get(key(code));
        if (customer == null) return refused(line, email, new Refusal("imports.customer", code));
        var before = known.byEmail().get(key(email));
        return switch (details(sheet, line, before, known.columns().house().language())) {
            case Outcome.Refused<CustomerUserDetails>(var why) -> refused(line, email, why);
            case Outcome.Done<CustomerUserDetails>(var details) ->
                objection(line, details, before, known)
                        .map(why -> refused(line, email, why))
                        .orElseGet(() -> step(line, details, customer, before, known));
        };
    }

    /** Nobody may enter by a name that is somebody else's, known or of the same file. */
    private Optional<Refusal> objection(
            Csv.Line line, CustomerUserDetails details, @Nullable CustomerUser before, Known known) {
        for (var name : List.of(key(details.email()), key(details.login()))) {
            var other = known.byName().get(name);
            if (other != null && (before == null || !other.id().equals(before.id())))
                return Optional.of(new Refusal("customer_user.known", other.name()));
            var earlier = known.seen().putIfAbsent(name, line.number());
            if (earlier != null && earlier != line.number())
                return Optional.of(new Refusal("imports.twice", name, earlier));
        }
        var taxed = taxed(line, details, before, known);
        if (taxed.isPresent()) return taxed;
        return before != null && details.isCalledLike(before) ? Optional.empty() : naming.unfit(details);
    }

    private static Optional<Refusal> taxed(
            Csv.Line line, CustomerUserDetails details, @Nullable CustomerUser before, Known known) {
        var code = details.taxCode();
        if (code.isEmpty() || !details.valid()) return Optional.empty();
        var other = known.byTaxCode().get(code);
        if (other != null && (before == null || !other.id().equals(before.id())))
            return Optional.of(new Refusal("tax_code.known", other.name()));
        var earlier = known.seenTaxed().putIfAbsent(code, line.number());
        return earlier == null ? Optional.empty() : Optional.of(new Refusal("imports.twice", code, earlier));
    }

    private ImportStep step(
            Csv.Line line, CustomerUserDetails details, Customer customer, @Nullable CustomerUser before, Known known) {
        var id = before == null ? null : before.id().value();
        return switch (fields.wanted(known.columns(), line, id)) {
            case Outcome.Refused<List<WantedField>>(var why) -> refused(line, details.email(), why);
            case Outcome.Done<List<WantedField>>(var wanted) -> step(line, details, customer, before, wanted, known);
        };
    }

    private ImportStep step(
            Csv.Line line,
            CustomerUserDetails details,
            Customer customer,
            @Nullable CustomerUser before,
            List<WantedField> wanted,
            Known known) {
        var name = details.firstName() + " " + details.lastName();
        if (before == null)
            return ImportStep.fresh(line, name, () -> {
                var id = register.insert(details, customer.id(), true);
                particulars.say(id, wanted);
                book.write(id, null);
                known.entered().accept(id);
            });
        var from = known.codes().getOrDefault(before.customer(), "");
        var changes = Stream.of(
                        changes(before, details, from, customer.code()), fields.changes(wanted, known.columns()))
                .flatMap(List::stream)
                .toList();
        return ImportStep.changed(line, name, changes, () -> {
            var written = book.written(before.id());
            register.update(before.id(), before.version(), details, customer.id());
            sql.tidy(before.id(), customer.id());
            particulars.say(before.id(), wanted);
            book.write(before.id(), written);
        });
    }

    private static Outcome<CustomerUserDetails> details(
            ImportSheet sheet, Csv.Line line, @Nullable CustomerUser before, Language house) {
        return sheet.truth(line, Column.VALID)
                .then(valid -> sheet.language(line, Column.LANGUAGE)
                        .then(language -> details(
                                sheet,
                                line,
                                before,
                                valid,
                                language.or(() -> Optional.ofNullable(before).map(CustomerUser::language))
                                        .orElse(house))));
    }

    private static Outcome<CustomerUserDetails> details(
            ImportSheet sheet,
            Csv.Line line,
            @Nullable CustomerUser before,
            Optional<Boolean> valid,
            Language language) {
        var known = Optional.ofNullable(before);
        var entered = CustomerUserDetails.of(
                sheet.cell(line, Column.LOGIN)
                        .filter(typed -> !typed.isBlank())
                        .orElse(known.map(CustomerUser::login).orElse("")),
                sheet.cell(line, Column.FIRST_NAME).orElse(""),
                sheet.cell(line, Column.LAST_NAME).orElse(""),
                known.map(CustomerUser::email)
                        .orElse(sheet.cell(line, Column.EMAIL).orElse("")),
                sheet.cell(line, Column.PHONE)
                        .orElse(known.map(CustomerUser::phone).orElse("")),
                language,
                valid.orElse(known.map(CustomerUser::valid).orElse(true)));
        return entered.then(details -> details.withTaxCode(sheet.cell(line, Column.TAX_CODE)
                .orElse(known.map(CustomerUser::taxCode).orElse(""))));
    }

    private static List<Change> changes(CustomerUser before, CustomerUserDetails now, String from, String to) {
        var changes = new ImportChanges();
        changes.note(Column.FIRST_NAME, before.firstName(), now.firstName());
        changes.note(Column.LAST_NAME, before.lastName(), now.lastName());
        changes.note(Column.CUSTOMER, from, to);
        changes.note(Column.LOGIN, before.login(), now.login());
        changes.note(Column.PHONE, before.phone(), now.phone());
        changes.note(Column.TAX_CODE, before.taxCode(), now.taxCode());
        changes.note(Column.LANGUAGE, before.language().code(), now.language().code());
        changes.note(Column.VALID, "" + before.valid(), "" + now.valid());
        return changes.all();
    }
}
