package sportello.configuration;

import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;

/**
 * Administrators bring a configuration in: first they see what it would do, then it is done at once, or nothing is. What the
 * house was before is kept as a version.
 */
@Component
public class ImportingConfiguration {
    /** Of a document, in characters. */
    public static final int LARGEST = DocumentReader.LARGEST;

    private final Sections sections;
    private final Register register;
    private final ExportingConfiguration exporting;
    private final Versions versions;
    private final Book book;

    ImportingConfiguration(
            Sections sections, Register register, ExportingConfiguration exporting, Versions versions, Book book) {
        this.sections = sections;
        this.register = register;
        this.exporting = exporting;
        this.versions = versions;
        this.book = book;
    }

    /** What the book tells of the whole, beside each thing by itself. */
    private record Written(Occasion occasion, @Nullable Instant version, long added, long changed) {}

    /** What the document would do. It is done and taken back, so that every rule has been asked. */
    @Transactional(propagation = Propagation.NESTED)
    public Outcome<Plan> plan(String text, Authority by) {
        takeBack();
        return brought(text, Manner.BRING_IN, by);
    }

    /** What going back to the document would do. */
    @Transactional(propagation = Propagation.NESTED)
    Outcome<Plan> planReturn(String text, Authority by) {
        takeBack();
        return brought(text, Manner.GO_BACK, by);
    }

    /**
     * All of it or, if the house is not as it was when the plan was shown, nothing.
     *
     * @param seen the print of the plan that was shown
     */
    @Transactional(propagation = Propagation.NESTED)
    public Outcome<Plan> carryOut(String text, String seen, Authority by) {
        return carryOut(text, null, plan -> plan.print().equals(seen), by);
    }

    /** The same for somebody who need not see it before. */
    @Transactional(propagation = Propagation.NESTED)
    public Outcome<Plan> carryOut(String text, Authority by) {
        return carryOut(text, null, plan -> true, by);
    }

    /** The same with the document of a version, to which the house goes back. */
    @Transactional(propagation = Propagation.NESTED)
    Outcome<Plan> goBack(String text, Version version, String seen, Authority by) {
        return carryOut(text, version, plan -> plan.print().equals(seen), by);
    }

    private Outcome<Plan> carryOut(String text, @Nullable Version to, Predicate<Plan> isWanted, Authority by) {
        var before = exporting.whole();
        var outcome = brought(text, to == null ? Manner.BRING_IN : Manner.GO_BACK, by)
                .then(plan ->
                        isWanted.test(plan) ? Outcome.done(plan) : Outcome.<Plan>refused("configuration.changed"));
        if (outcome instanceof Outcome.Done<Plan>(var plan) && plan.isSound()) remember(before, to, plan);
        else takeBack();
        return outcome;
    }

    private void remember(String before, @Nullable Version to, Plan plan) {
        if (!plan.doesSomething()) return;
        var occasion = to == null ? Occasion.IMPORT : Occasion.RETURN;
        var kept = versions.keep(before, occasion);
        var written = new Written(occasion, to == null ? null : to.at(), plan.added(), plan.changed());
        book.write(Topic.CONFIGURATION, kept, "", null, written);
    }

    private Outcome<Plan> brought(String text, Manner manner, Authority by) {
        return by.administrator()
                ? Outcome.done(new Bringing(DocumentReader.read(text), register, by, manner).bring(sections))
                : Outcome.refused("configuration.administer");
    }

    private static void takeBack() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    }
}
