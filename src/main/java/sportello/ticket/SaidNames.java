package sportello.ticket;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import sportello.base.Language;
import sportello.field.Label;

/** What states and priorities are called now. Two of one name could not be told apart where one has to choose. */
@Component
class SaidNames {
    private final Labels labels;
    private final MessageSource messages;

    SaidNames(Labels labels, MessageSource messages) {
        this.labels = labels;
        this.messages = messages;
    }

    /**
     * The name that another one of the list has already, if one has.
     *
     * @param own the key of the one that is to be called so, empty for a new one
     * @param wanted empty where it is called as we deliver it
     */
    Optional<String> taken(LabelList list, String own, Label wanted) {
        return Stream.of(Language.values())
                .filter(language -> keys(list)
                        .filter(key -> !key.equals(own))
                        .anyMatch(key ->
                                said(list.message(key), language).equalsIgnoreCase(name(list, own, wanted, language))))
                .findFirst()
                .map(language -> name(list, own, wanted, language));
    }

    String said(String message, Language language) {
        return messages.getMessage(message, null, language.locale());
    }

    private String name(LabelList list, String own, Label wanted, Language language) {
        var name = wanted.in(language);
        return name.isEmpty() ? said(KeepingLabels.OURS + list.message(own), language) : name;
    }

    private Stream<String> keys(LabelList list) {
        return switch (list) {
            case STATES -> labels.now().all(State.ALL).stream().map(Status::key);
            case PRIORITIES -> list.keys().stream();
        };
    }
}
