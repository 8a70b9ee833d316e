package sportello.install;

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

    record Names(String group, String sorting, String requests) {}

    Names of(Language language) {
        return new Names(
                say("founding.group", language),
                say("founding.queue.sorting", language),
                say("founding.queue.requests", language));
    }

    private String say(String key, Language language) {
        return messages.getMessage(key, null, language.locale());
    }
}
