package sportello.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A bean and no constant, so that tests which are about something else need not wait for each log-in. */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

    @Bean
    Effort effort() {
        return Effort.OWASP;
    }
}
