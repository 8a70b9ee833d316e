package sportello;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * What a component needs is looked for first under the name that its class gives it. Else every bean is asked for its type,
 * a thousand of them for each of hundreds of types: a good part of the program's start.
 */
@Component
class NamesFirst implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        ((DefaultListableBeanFactory) beans).setAutowireCandidateResolver(new ByClass());
    }

    static final class ByClass extends ContextAnnotationAutowireCandidateResolver {

        /** A hint only: where no bean of that name fits, all are asked, as always. */
        @Override
        public @Nullable String getSuggestedName(DependencyDescriptor needed) {
            var wished = super.getSuggestedName(needed);
            return wished != null
                    ? wished
                    : StringUtils.uncapitalizeAsProperty(ClassUtils.getShortName(needed.getDependencyType()));
        }
    }
}
