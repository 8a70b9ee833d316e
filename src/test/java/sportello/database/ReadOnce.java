package sportello.database;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Every context of a test run reads the same class files: what one has read is kept for the next. */
final class ReadOnce {

    /** Boot makes one of this name for each context, unless it is there. */
    private static final String NAME = "org.springframework.boot.autoconfigure.internalCachingMetadataReaderFactory";

    private static final MetadataReaderFactory FILES = files();

    private ReadOnce() {}

    static void in(ConfigurableApplicationContext context) {
        ((BeanDefinitionRegistry) context.getBeanFactory())
                .registerBeanDefinition(NAME, new RootBeanDefinition(MetadataReaderFactory.class, () -> FILES));
    }

    private static MetadataReaderFactory files() {
        var files = new CachingMetadataReaderFactory(ReadOnce.class.getClassLoader());
        files.setCacheLimit(16_384);
        return files;
    }
}
