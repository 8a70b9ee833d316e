package sportello;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.boot.test.context.SpringBootTest;
import sportello.database.OwnDatabase;

/** What holds for every test, and a machine can see to. */
@AnalyzeClasses(packages = "sportello", importOptions = OnlyIncludeTests.class)
class TestRulesTest {

    /** Without one a test works on the desk of whoever runs it. */
    @ArchTest
    static final ArchRule whoever_starts_spring_has_a_database_of_its_own =
            classes().that().areMetaAnnotatedWith(SpringBootTest.class).should().beMetaAnnotatedWith(OwnDatabase.class);
}
