package sportello.database;

import static org.springframework.beans.factory.config.BeanDefinition.ROLE_INFRASTRUCTURE;

import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.interceptor.BeanFactoryTransactionAttributeSourceAdvisor;

/** Puts the second look around every transaction that stands on a method. */
@Configuration(proxyBeanMethods = false)
@Role(ROLE_INFRASTRUCTURE)
class SecondLookConfiguration {

    @Bean
    @Role(ROLE_INFRASTRUCTURE)
    static Advisor secondLook(BeanFactoryTransactionAttributeSourceAdvisor transactions) {
        var advisor = new DefaultPointcutAdvisor(transactions.getPointcut(), new SecondLook());
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }
}
