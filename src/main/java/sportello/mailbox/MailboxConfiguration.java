package sportello.mailbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sportello.base.Steps;

@Configuration(proxyBeanMethods = false)
class MailboxConfiguration {

    @Bean
    Limits mailboxLimits() {
        return Limits.USUAL;
    }

    @Bean
    Steps mailboxSteps() {
        return Steps.UNHEARD;
    }
}
