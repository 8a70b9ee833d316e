package sportello.install;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import sportello.base.Language;
import sportello.settings.Settings;

/** Says on the terminal of a program that nobody uses yet where it is founded. */
@Component
class Greeting {
    private static final String LINE = "─".repeat(100);

    private final Founding founding;
    private final FoundingCode code;
    private final MessageSource messages;
    private final Settings settings;

    Greeting(Founding founding, FoundingCode code, MessageSource messages, Settings settings) {
        this.founding = founding;
        this.code = code;
        this.messages = messages;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        if (founding.isNeeded()) System.out.println(text());
    }

    String text() {
        var address = settings.baseUrl() + "/founding?code=" + code.value();
        return Arrays.stream(Language.values())
                .map(language -> messages.getMessage("founding.greeting", new Object[] {address}, language.locale()))
                .collect(joining("\n", LINE + "\n", "\n" + LINE));
    }
}
