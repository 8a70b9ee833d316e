package sportello.saml;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A bean and no constant, so that tests which are about something else need not wait for long keys. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

    @Bean
    KeyStrength keyStrength() {
        return KeyStrength.USUAL;
    }
}
