package sportello.postmaster;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * A database that goes away at a chosen statement of the test's own thread, or of the hands that sort for it. Who imports
 * it has a context, and so a database, apart from the other tests: here mails are sorted for good.
 */
@TestConfiguration
class FailingStatements {
    private static volatile @Nullable Cut cut;

    private record Cut(Thread test, AtomicInteger left) {}

    /** @param statement from 1 */
    static void failAt(int statement) {
        cut = new Cut(Thread.currentThread(), new AtomicInteger(statement));
    }

    static void failNone() {
        cut = null;
    }

    @Bean
    static BeanPostProcessor failStatements() {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return name.equals("dataSource") && bean instanceof DataSource source
                        ? ProxyDataSourceBuilder.create(source)
                                .beforeQuery((execution, queries) -> count())
                                .build()
                        : bean;
            }
        };
    }

    private static void count() {
        var now = cut;
        if (now == null || !isOurs(now.test())) return;
        if (now.left().decrementAndGet() == 0) throw new DataAccessResourceFailureException("cut");
    }

    private static boolean isOurs(Thread test) {
        var own = Thread.currentThread();
        return own == test || own.getName().startsWith(Workers.NAME);
    }
}
