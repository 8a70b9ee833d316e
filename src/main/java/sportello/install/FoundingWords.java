package sportello.install;

import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import sportello.base.Language;

/** How the first group and the first queues are called; administrators rename them as they like. */
@Component
class FoundingWords {
    private final MessageSource messages;

    FoundingWords(MessageSource messages) {
        this.messages = messages;
    }

    /** @param readers the roles of those who only look, each with what it is for */
    record Names(String group, String sorting, String requests, Map<String, String> readers) {}

    Names of(Language language) {
        return new Names(
                say("founding.group", language),
                say("founding.queue.sorting", language),
                say("founding.queue.requests", language),
                Map.of(
                        say("founding.role.quality", language), say("founding.role.quality.comment", language),
                        say("founding.role.oversight", language), say("founding.role.oversight.comment", language)));
    }

    private String say(String key, Language language) {
        return messages.getMessage(key, null, language.locale());
    }
}
