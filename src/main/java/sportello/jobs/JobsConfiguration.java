package sportello.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

    static final PostgreSqlJdbcCustomization POSTGRES = new PostgreSqlJdbcCustomization(false, false);

    /** Takes part in the transaction of whoever stages a job; knows no job, so that jobs may stage others. */
    @Bean
    SchedulerClient schedulerClient(DataSource database) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                .serializer(new NoData())
                .jdbcCustomization(POSTGRES)
                .build();
    }
}
