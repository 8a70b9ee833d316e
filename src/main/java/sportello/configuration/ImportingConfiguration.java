package sportello.configuration;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import sportello.agent.Authority;
import sportello.base.Outcome;

/** Administrators bring a configuration in: first they see what it would do, then it is done at once, or nothing is. */
@Component
public class ImportingConfiguration {
    /** Of a document, in characters. */
    public static final int LARGEST = DocumentReader.LARGEST;

    private final Sections sections;
    private final Register register;

    ImportingConfiguration(Sections sections, Register register) {
        this.sections = sections;
        this.register = register;
    }

    /** What the document would do. It is done and taken back, so that every rule has been asked. */
    @Transactional(propagation = Propagation.NESTED)
    public Outcome<Plan> plan(String text, Authority by) {
        takeBack();
        return brought(text, by);
    }

    /**
     * All of it or, if the house is not as it was when the plan was shown, nothing.
     *
     * @param seen the print of the plan that was shown
     */
    @Transactional(propagation = Propagation.NESTED)
    public Outcome<Plan> carryOut(String text, String seen, Authority by) {
        var outcome = brought(text, by)
                .then(plan -> plan.print().equals(seen)
                        ? Outcome.done(plan)
                        : Outcome.<Plan>refused("configuration.changed"));
        if (!isSound(outcome)) takeBack();
        return outcome;
    }

    /** The same for somebody who need not see it before. */
    @Transactional(propagation = Propagation.NESTED)
    public Outcome<Plan> carryOut(String text, Authority by) {
        var outcome = brought(text, by);
        if (!isSound(outcome)) takeBack();
        return outcome;
    }

    private Outcome<Plan> brought(String text, Authority by) {
        return by.administrator()
                ? Outcome.done(new Bringing(DocumentReader.read(text), register, by).bring(sections))
                : Outcome.refused("configuration.administer");
    }

    private static boolean isSound(Outcome<Plan> outcome) {
        return outcome instanceof Outcome.Done<Plan>(var plan) && plan.isSound();
    }

    private static void takeBack() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    }
}
