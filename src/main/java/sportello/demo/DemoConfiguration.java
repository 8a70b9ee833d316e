package sportello.demo;

import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import sportello.base.Language;
import sportello.demo.story.Entry;
import sportello.demo.story.Sheet;
import sportello.web.Signpost;
import sportello.web.Trial;
import sportello.web.Trials;

/** What the demo shows on the pages of others: its log-ins, and the way to its post office. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

    @Bean
    Signpost postOfficePage() {
        return new Signpost("demo.post.title", PostPage.ADDRESS);
    }

    @Bean
    Trials trials() {
        var people = Stream.of("agents.md", "people.md")
                .flatMap(name -> Sheet.load(name).entries().stream())
                .filter(person -> person.find("does it").isPresent())
                .map(DemoConfiguration::trial)
                .toList();
        return new Trials(password(), people);
    }

    private static Trial trial(Entry person) {
        return new Trial(
                person.name(),
                Map.of(Language.ITALIAN, person.get("does it"), Language.ENGLISH, person.get("does en")));
    }

    /** Everybody's; it obeys the rules for passwords, but a known one is no secret. */
    static String password() {
        return Sheet.load("company.md").entries().getFirst().get("password");
    }
}
