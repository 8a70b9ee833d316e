package sportello.mime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;

/** A stranger's text meets patterns of RE2 only, whose time grows with the text and not with its square. */
@AnalyzeClasses(packages = "sportello.mime", importOptions = DoNotIncludeTests.class)
class LinearPatternsTest {

    @ArchTest
    static final ArchRule a_mail_meets_no_pattern_that_can_be_made_to_run_for_ever = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Pattern.class)
            .orShould()
            .callMethod(String.class, "matches", String.class)
            .orShould()
            .callMethod(String.class, "replaceFirst", String.class, String.class);
}
