package sportello.demo;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import sportello.base.Language;
import sportello.settings.Settings;
import sportello.web.Trial;
import sportello.web.Trials;

/** Says on the terminal, once everything is ready, where to go and as whom. */
@Component
@Profile("demo")
class Welcome {
    private static final String LINE = "─".repeat(100);

    private final Settings settings;
    private final Trials trials;
    private final MessageSource messages;

    Welcome(Settings settings, Trials trials, MessageSource messages) {
        this.settings = settings;
        this.trials = trials;
        this.messages = messages;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        System.out.println(text());
    }

    String text() {
        return Stream.of(
                        said(Language.ITALIAN),
                        people(Language.ITALIAN),
                        said(Language.ENGLISH),
                        people(Language.ENGLISH))
                .collect(joining("\n\n", LINE + "\n", "\n" + LINE));
    }

    private String said(Language reader) {
        var address = settings.baseUrl();
        return String.join(
                "\n",
                say("demo.welcome", reader),
                say("demo.welcome.address", reader, address),
                say("demo.welcome.post", reader, address + PostPage.ADDRESS),
                say("demo.welcome.password", reader, trials.password()));
    }

    private String people(Language reader) {
        return trials.all().stream().map(trial -> line(trial, reader)).collect(joining("\n"));
    }

    private static String line(Trial trial, Language reader) {
        return "  %-16s %s".formatted(trial.username(), trial.who(reader));
    }

    private String say(String key, Language reader, Object... arguments) {
        return messages.getMessage(key, arguments, reader.locale());
    }
}
