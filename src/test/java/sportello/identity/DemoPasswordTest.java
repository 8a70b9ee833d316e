package sportello.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sportello.demo.story.Sheet;

/** Even the password that everybody knows obeys the rules, so that people of the demo can be given it again. */
class DemoPasswordTest {

    @Test
    void nobody_would_be_refused_it() {
        var password = Sheet.load("company.md").entries().getFirst().get("password");
        Stream.of("agents.md", "people.md")
                .flatMap(name -> Sheet.load(name).entries().stream())
                .forEach(person -> assertThat(PasswordRule.refuses(
                                password,
                                List.of(
                                        person.name(),
                                        person.get("name").split(" ", 2)[0],
                                        person.get("name").split(" ", 2)[1],
                                        person.get("email", "").split("@")[0])))
                        .as(person.name())
                        .isEmpty());
    }
}
