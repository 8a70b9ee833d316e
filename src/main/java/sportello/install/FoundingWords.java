package sportello.install;

import java.util.List;
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

    /** @param readers the roles of those who only look */
    record Names(String group, String sorting, String requests, List<Reader> readers) {}

    /**
     * A role of people who only look.
     *
     * @param comment what it is for
     * @param access whether they may look at who comes in, too
     */
    record Reader(String name, String comment, boolean access) {}

    Names of(Language language) {
        return new Names(
                say("founding.group", language),
                say("founding.queue.sorting", language),
                say("founding.queue.requests", language),
                List.of(reader("quality", false, language), reader("oversight", true, language)));
    }

    private Reader reader(String role, boolean access, Language language) {
        var key = "founding.role." + role;
        return new Reader(say(key, language), say(key + ".comment", language), access);
    }

    private String say(String key, Language language) {
        return messages.getMessage(key, null, language.locale());
    }
}
