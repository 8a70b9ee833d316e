package sportello;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import sportello.base.Language;

/**
 * What the house says as it is delivered: all files below {@code messages/}, of which each language has its own complete
 * ones. A page says some two hundred sentences, so that each is looked for once and not in one file after the other.
 */
final class DeliveredWords extends AbstractMessageSource {
    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, MessageFormat>> formats = new EnumMap<>(Language.class);

    DeliveredWords() throws IOException {
        for (var language : Language.values()) {
            texts.put(language, Map.copyOf(read(language)));
            formats.put(language, new ConcurrentHashMap<>());
        }
    }

    private static Map<String, String> read(Language language) throws IOException {
        var texts = new HashMap<String, String>();
        var files = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:messages/*_" + language.code() + ".properties");
        for (var file : files)
            PropertiesLoaderUtils.loadProperties(new EncodedResource(file, UTF_8))
                    .forEach((key, text) -> {
                        if (texts.put((String) key, (String) text) != null)
                            throw new IllegalStateException(key + " is said twice, also in " + file.getFilename());
                    });
        return texts;
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        return in(texts, locale).get(code);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        var text = in(texts, locale).get(code);
        return text == null ? null : in(formats, locale).computeIfAbsent(code, _ -> createMessageFormat(text, locale));
    }

    private static <T> T in(Map<Language, T> spoken, Locale locale) {
        return Objects.requireNonNull(spoken.get(Language.of(locale.getLanguage())));
    }
}
