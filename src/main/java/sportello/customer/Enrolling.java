package sportello.customer;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;

/** Administrators bring customers and their people from a file: first they see what it would do, then it is done at once. */
@Component
public class Enrolling {
    private final ImportingCustomers customers;
    private final ImportingPeople people;
    private final ImportSql sql;
    private final Book book;

    Enrolling(ImportingCustomers customers, ImportingPeople people, ImportSql sql, Book book) {
        this.customers = customers;
        this.people = people;
        this.sql = sql;
        this.book = book;
    }

    /** As the book tells of it. */
    private record Written(long added, long changed, long refused) {}

    /** What the file would do; nothing happens. */
    @Transactional(readOnly = true)
    public Outcome<ImportPlan> plan(ImportKind kind, String text, Authority by) {
        if (!by.administrator()) return Outcome.refused("imports.administer");
        return ImportSheet.read(kind, text).then(sheet -> Outcome.done(plan(steps(kind, sheet, person -> {}))));
    }

    /**
     * All of it or, if something was changed since the plan was shown, nothing; lines that are refused are left out.
     *
     * @param seen the print of the plan that was shown
     * @param entered hears of everybody whom the file brings
     */
    @Transactional
    public Outcome<ImportPlan> carryOut(
            ImportKind kind, String text, String seen, Consumer<CustomerUserId> entered, Authority by) {
        if (!by.administrator()) return Outcome.refused("imports.administer");
        sql.keepAlone();
        return ImportSheet.read(kind, text).then(sheet -> {
            var steps = steps(kind, sheet, entered);
            var plan = plan(steps);
            if (!plan.print().equals(seen)) return Outcome.refused("imports.changed");
            steps.forEach(step -> step.work().run());
            book.write(
                    Topic.IMPORTS,
                    kind.key(),
                    kind.key(),
                    null,
                    new Written(plan.fresh(), plan.changed(), plan.refused()));
            return Outcome.done(plan);
        });
    }

    private List<ImportStep> steps(ImportKind kind, ImportSheet sheet, Consumer<CustomerUserId> entered) {
        return switch (kind) {
            case CUSTOMERS -> customers.steps(sheet);
            case PEOPLE -> people.steps(sheet, entered);
        };
    }

    private static ImportPlan plan(List<ImportStep> steps) {
        return new ImportPlan(steps.stream().map(ImportStep::line).toList());
    }
}
