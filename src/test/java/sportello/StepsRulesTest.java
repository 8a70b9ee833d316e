package sportello;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import sportello.base.Steps;

/**
 * Whatever carries a mail on, in or out, is told of at a step, so that a test breaks it there (R3): the tests of the three
 * modules break each step in three ways, and here a deed without a step fails the build.
 */
@AnalyzeClasses(
        packages = {"sportello.mailbox", "sportello.postmaster", "sportello.mail"},
        importOptions = DoNotIncludeTests.class)
class StepsRulesTest {
    private static final Set<String> CARRIERS =
            Set.of("Sweep", "Receiving", "TakingUp", "Sorting", "Settling", "Outbox", "Sending");

    /** Who reaches a server, the disk or the database for them; and all whose names end with {@code Sql}. */
    private static final Set<String> HANDS =
            Set.of("OpenBox", "Files", "MailReader", "Pipeline", "Delivering", "Arrivals", "Courier");

    /** These only look, or change nothing by which a mail is carried on. */
    private static final Set<String> HARMLESS = Set.of(
            "OpenBox.waiting",
            "OpenBox.validity",
            "Files.spool",
            "Arrivals.open",
            "Arrivals.untried",
            "ArrivalSql.announce",
            "PositionSql.position",
            "PositionSql.begin",
            "PositionSql.leftovers",
            "PositionSql.toBeCleared",
            "Courier.account",
            "Courier.isToBeTried",
            "Courier.hope",
            "Courier.hasServer",
            "Courier.shutOut",
            "SendingSql.glance",
            "SendingSql.waiting",
            "SendingSql.waitsSince",
            "SendingSql.letGo",
            "LetterSql.holdUntouched",
            "LetterSql.recall",
            "LetterSql.overdue",
            "LetterListSql.revive");

    @ArchTest
    static final ArchRule what_carries_a_mail_on_names_its_step = methods()
            .that(new DescribedPredicate<JavaMethod>("carry a mail on") {
                @Override
                public boolean test(JavaMethod method) {
                    return CARRIERS.contains(method.getOwner().getSimpleName())
                            && reached(method).anyMatch(StepsRulesTest::isDeed);
                }
            })
            .should(new ArchCondition<>("be told of at a step") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    if (!isToldOf(method, new HashSet<>()))
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " names no step"));
                }
            });

    @ArchTest
    static final ArchRule every_step_is_reached = ArchRuleDefinition.fields()
            .that(new DescribedPredicate<JavaField>("are steps") {
                @Override
                public boolean test(JavaField field) {
                    return isOfSteps(field.getOwner()) && field.getRawType().equals(field.getOwner());
                }
            })
            .should(new ArchCondition<>("be named where a mail goes by") {
                @Override
                public void check(JavaField step, ConditionEvents events) {
                    if (step.getAccessesToSelf().stream()
                            .noneMatch(access ->
                                    CARRIERS.contains(access.getOriginOwner().getSimpleName())))
                        events.add(SimpleConditionEvent.violated(step, step.getFullName() + " is named nowhere"));
                }
            });

    /** A carrier that is renamed is still watched. */
    @ArchTest
    static final ArchRule who_is_told_of_steps_is_a_carrier = classes()
            .that(new DescribedPredicate<JavaClass>("name steps") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getMethodCallsFromSelf().stream().anyMatch(call -> isStep(call.getTarget()));
                }
            })
            .should(new ArchCondition<>("be carriers") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!CARRIERS.contains(type.getSimpleName()))
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " is no carrier"));
                }
            });

    /** It names the step itself, or is called by such only. */
    private static boolean isToldOf(JavaCodeUnit method, Set<JavaCodeUnit> seen) {
        if (reached(method).anyMatch(StepsRulesTest::isStep) || !seen.add(method)) return true;
        var callers = method.getAccessesToSelf().stream()
                .map(access -> access.getOrigin())
                .filter(caller -> CARRIERS.contains(caller.getOwner().getSimpleName()))
                .toList();
        return !callers.isEmpty() && callers.stream().allMatch(caller -> isToldOf(caller, seen));
    }

    private static Stream<AccessTarget.CodeUnitAccessTarget> reached(JavaCodeUnit method) {
        return Stream.concat(
                method.getMethodCallsFromSelf().stream().map(call -> call.getTarget()),
                method.getMethodReferencesFromSelf().stream().map(reference -> reference.getTarget()));
    }

    private static boolean isStep(AccessTarget.CodeUnitAccessTarget target) {
        return target.getOwner().isEquivalentTo(Steps.class);
    }

    private static boolean isDeed(AccessTarget.CodeUnitAccessTarget target) {
        var owner = target.getOwner().getSimpleName();
        return (HANDS.contains(owner) || owner.endsWith("Sql")) && !HARMLESS.contains(owner + "." + target.getName());
    }

    private static boolean isOfSteps(JavaClass type) {
        return type.isEnum() && Set.of("Step", "SortingStep", "SendingStep").contains(type.getSimpleName());
    }
}
