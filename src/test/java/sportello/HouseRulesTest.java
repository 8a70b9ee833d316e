package sportello;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;

/** The rules of the house that a machine can see to, each with its reason. */
@AnalyzeClasses(packages = "sportello", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    /** Whom the doors know by the session, whatever a form says; and words that a form may say, each looked at. */
    private static final Set<String> AT_THE_DOOR = Set.of(
            "sportello.install.FoundingForm",
            "sportello.oidc.Audience",
            "sportello.search.SearchForm",
            "sportello.ticket.Priority",
            "sportello.ticket.TicketNumber",
            "sportello.ticket.WantedClasses",
            "sportello.identity.Viewer",
            "sportello.identity.Viewer$AgentViewer",
            "sportello.identity.Viewer$CustomerViewer",
            "sportello.identity.Visitor");

    /** A class that only forwards, or that nobody can name, has no place. */
    @ArchTest
    static final ArchRule no_class_is_named_after_its_lack_of_purpose =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Dto|Service)$");

    /** Controllers and SQL are details of their module. */
    @ArchTest
    static final ArchRule controllers_and_sql_stay_inside_their_package = noClasses()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .haveSimpleNameEndingWith("Sql")
            .or()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .bePublic();

    /** One place to look for a query. */
    @ArchTest
    static final ArchRule the_database_is_spoken_to_in_sql_classes_only = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Sql")
            .and()
            .resideOutsideOfPackage("sportello.database..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(JdbcOperations.class);

    /** A transaction belongs to a use case, never to a door. */
    @ArchTest
    static final ArchRule doors_open_no_transaction = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage("sportello.web..", "sportello.api..")
            .should()
            .beAnnotatedWith(Transactional.class)
            .allowEmptyShould(true);

    /** Words and decisions outlive frameworks. */
    @ArchTest
    static final ArchRule base_and_the_ticket_know_no_spring = noClasses()
            .that()
            .resideInAPackage("sportello.base..")
            .or()
            .haveFullyQualifiedName("sportello.ticket.Ticket")
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework..")
                    .and(not(resideInAPackage("org.springframework.modulith.."))));

    /** Tests move the clock; who reads another cannot be tested. */
    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now", java.time.ZoneId.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    /** Java serialisation turns data into code. */
    @ArchTest
    static final ArchRule nothing_is_serialised_by_java = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(java.io.ObjectInputStream.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.io.ObjectOutputStream.class);

    /** A proxy that speaks TLS speaks plain http to us: how the world reaches us says the base URL alone. */
    @ArchTest
    static final ArchRule cookies_are_made_by_their_rules_and_nobody_asks_how_a_request_came = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("sportello.web.security.CookieRules")
            .should()
            .callMethod(ResponseCookie.class, "from", String.class, String.class)
            .orShould()
            .callMethod(HttpServletResponse.class, "addCookie", Cookie.class)
            .orShould()
            .callMethod(HttpServletRequest.class, "isSecure")
            .orShould()
            .callMethod(HttpServletRequest.class, "getScheme");

    /** A door shows; it does not reach around the use cases into another audience's pages. */
    @ArchTest
    static final ArchRule the_portal_and_the_desk_share_nothing_but_web = noClasses()
            .that()
            .resideInAPackage("sportello.web.portal..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("sportello.web.agent..")
            .allowEmptyShould(true);

    /** Nor do administrators' pages reach into the desk's, or the desk's into theirs. */
    @ArchTest
    static final ArchRule the_desk_knows_no_administrators_page = noClasses()
            .that()
            .resideInAnyPackage("sportello.web.agent..", "sportello.web.portal..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("sportello.web.admin..");

    @ArchTest
    static final ArchRule the_administrators_know_no_page_of_the_desk = noClasses()
            .that()
            .resideInAPackage("sportello.web.admin..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("sportello.web.agent..", "sportello.web.portal..");

    /** What administrators keep is written into the book, in the transaction that changes it. */
    @ArchTest
    static final ArchRule whoever_keeps_something_for_administrators_writes_it_down = classes()
            .that()
            .haveSimpleNameStartingWith("Keeping")
            .and(new DescribedPredicate<JavaClass>("ask what somebody may do in the house") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getDirectDependenciesFromSelf().stream()
                            .anyMatch(used -> used.getTargetClass().isEquivalentTo(Authority.class));
                }
            })
            .should()
            .callMethod(Book.class, "write", Topic.class, Object.class, String.class, Record.class, Record.class);

    /** What a form can say is what its record says, never what something that is kept is made of. */
    @ArchTest
    static final ArchRule a_form_is_bound_to_a_type_of_the_doors = methods()
            .that()
            .areAnnotatedWith(PostMapping.class)
            .should(new ArchCondition<JavaMethod>("take records of the doors, and whoever is at the door") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    method.getRawParameterTypes().stream()
                            .filter(type -> type.getPackageName().startsWith("sportello"))
                            .filter(type -> !type.getPackageName().startsWith("sportello.web")
                                    && !AT_THE_DOOR.contains(type.getFullName()))
                            .forEach(type -> events.add(SimpleConditionEvent.violated(
                                    method, method.getFullName() + " binds " + type.getFullName())));
                }
            });

    /** Null is a decision that is written down. */
    @ArchTest
    static final ArchRule every_package_is_null_marked = classes()
            .that(new DescribedPredicate<JavaClass>("are package descriptions") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getSimpleName().equals("package-info");
                }
            })
            .should()
            .beAnnotatedWith(org.jspecify.annotations.NullMarked.class);
}
