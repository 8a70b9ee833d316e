package sportello;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import sportello.ticket.Labels;

/** What the house says: every bundle below {@code messages/}, of which each language has its own complete file. */
@Configuration(proxyBeanMethods = false)
class Bundles {
    private static final String END = "_it.properties";

    @Bean
    MessageSource messageSource(ObjectProvider<Labels> labels) throws IOException {
        var house = new HouseWords(labels);
        house.setParentMessageSource(delivered());
        return house;
    }

    /** Boot's own source would want a file without a language for each bundle. */
    private static MessageSource delivered() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*" + END);
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(Stream.of(files)
                .map(Resource::getFilename)
                .map(Objects::requireNonNull)
                .map(name -> "messages/" + name.substring(0, name.length() - END.length()))
                .sorted()
                .toArray(String[]::new));
        messages.setDefaultEncoding(UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
