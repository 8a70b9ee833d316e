package sportello;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import sportello.audit.Masked;

/** Nothing that people write becomes code (X26, X43), and nothing that is secret stands in a line of a log (X44). */
@AnalyzeClasses(packages = "sportello", importOptions = DoNotIncludeTests.class)
class NoCodeFromDataTest {
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|repeated)");

    /** Of which the name says more than there is: where tokens are given out. */
    private static final Set<String> HARMLESS = Set.of("sportello.oidc.OidcEndpoints.token");

    /** One class starts programs: those of the database that came along, with words of its own. */
    @ArchTest
    static final ArchRule no_other_program_is_started = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("sportello.database.Command")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String[].class);

    @ArchTest
    static final ArchRule no_text_is_evaluated = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javax.script..", "org.springframework.expression..", "jakarta.el..", "javax.tools..", "groovy..");

    /** A document brings lists, maps and texts; which class they become is the reader's to say. */
    @ArchTest
    static final ArchRule yaml_makes_no_objects = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.yaml.snakeyaml.constructor.Constructor")
            .orShould()
            .callConstructor(org.yaml.snakeyaml.Yaml.class);

    @ArchTest
    static final ArchRule only_the_document_is_yaml = classes()
            .that()
            .haveFullyQualifiedName("org.yaml.snakeyaml.Yaml")
            .should()
            .onlyHaveDependentClassesThat()
            .haveNameMatching("sportello\\.configuration\\.Document(Reader|Writer)")
            .allowEmptyShould(true);

    /** What may stand for a sealed type is said by a word of ours, never by the name of a class. */
    @ArchTest
    static void json_names_no_classes(JavaClasses all) {
        assertThat(all.stream()
                        .filter(type -> type.isAnnotatedWith(JsonTypeInfo.class))
                        .filter(type -> !(type.getAnnotationOfType(JsonTypeInfo.class)
                                .use()
                                .equals(JsonTypeInfo.Id.NAME)))
                        .map(JavaClass::getName))
                .isEmpty();
        assertThat(all.stream()
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getTarget().getName().contains("efaultTyping"))
                        .map(call -> call.getOrigin().getFullName()))
                .isEmpty();
    }

    /** A record tells all it has, unless it says what to tell instead. */
    @ArchTest
    static void records_hide_their_secrets(JavaClasses all) {
        var chatty = new TreeSet<String>();
        for (var type : all) {
            if (!type.isRecord()) continue;
            var known = type.reflect();
            for (var part : known.getRecordComponents())
                if (isSecret(part) && tellsAll(known)) chatty.add(known.getName() + "." + part.getName());
        }
        chatty.removeAll(HARMLESS);
        assertThat(chatty).isEmpty();
    }

    private static boolean isSecret(RecordComponent part) {
        var bytes = List.of(String.class, byte[].class).contains(part.getType());
        return bytes && (SECRET.matcher(part.getName()).matches() || part.isAnnotationPresent(Masked.class));
    }

    /** What the compiler writes is final, what people write is not. */
    private static boolean tellsAll(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("toString")
                        && method.getParameterCount() == 0
                        && Modifier.isFinal(method.getModifiers()));
    }
}
