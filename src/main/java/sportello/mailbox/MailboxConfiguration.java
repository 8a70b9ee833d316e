package sportello.mailbox;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MailboxConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Limits mailboxLimits() {
        return Limits.USUAL;
    }

    @Bean
    @ConditionalOnMissingBean
    Steps mailboxSteps() {
        return step -> {};
    }
}
