package sportello;

import java.time.Instant;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;

/** A part of the house, made anew to live at another moment; whatever it works with is the house's own. */
public final class OtherTime {
    private OtherTime() {}

    /** Its transaction is the test's. */
    public static <T> T at(Instant now, Class<T> part, ApplicationContext house) {
        var beans = new DefaultListableBeanFactory(house);
        beans.registerResolvableDependency(ApplicationEventPublisher.class, house);
        beans.registerSingleton("clock", new TestClock(now));
        return part.cast(beans.autowire(part, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false));
    }
}
