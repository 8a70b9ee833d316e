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
 * A database that goes away at a chosen statement of the test's own thread. Who imports it has a context, and so a
 * database, apart from the other tests: here mails are sorted for good.
 */
@TestConfiguration
class FailingStatements {
    private static final ThreadLocal<@Nullable AtomicInteger> LEFT = new ThreadLocal<>();

    /** @param statement from 1 */
    static void failAt(int statement) {
        LEFT.set(new AtomicInteger(statement));
    }

    static void failNone() {
        LEFT.remove();
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
        var left = LEFT.get();
        if (left != null && left.decrementAndGet() == 0) throw new DataAccessResourceFailureException("cut");
    }
}
