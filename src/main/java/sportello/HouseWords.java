package sportello;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.util.function.SingletonSupplier;
import sportello.base.Language;
import sportello.ticket.HouseLabels;
import sportello.ticket.KeepingLabels;
import sportello.ticket.Labels;

/** What administrators call by names of their own; whatever they do not say is said by the bundles behind. */
final class HouseWords extends AbstractMessageSource {
    /** Looked for once: a list says the states of fifty tickets. */
    private final Supplier<Optional<Labels>> labels;

    /** @param labels none where a visitor needs no tickets */
    HouseWords(ObjectProvider<Labels> labels) {
        this.labels = SingletonSupplier.of(() -> Optional.ofNullable(labels.getIfAvailable()));
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        return said(code, locale).orElse(null);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        return said(code, locale)
                .map(name -> new MessageFormat("'" + name.replace("'", "''") + "'", locale))
                .orElse(null);
    }

    private Optional<String> said(String code, Locale locale) {
        if (code.startsWith(KeepingLabels.OURS)) return Optional.of(ours(code, locale));
        if (!HouseLabels.maySay(code)) return Optional.empty();
        return labels.get()
                .flatMap(known -> known.said(code, Language.of(locale.getLanguage()))
                        .or(() -> HouseLabels.model(code).map(model -> getMessage(model, null, locale))));
    }

    private String ours(String code, Locale locale) {
        return Objects.requireNonNull(getParentMessageSource())
                .getMessage(code.substring(KeepingLabels.OURS.length()), null, locale);
    }
}
