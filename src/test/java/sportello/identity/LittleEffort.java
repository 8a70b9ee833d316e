package sportello.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import sportello.saml.KeyStrength;

/**
 * Passwords and keys that cost next to nothing, for tests that are about something else. Only who imports it has it: it is no
 * configuration that a scan would find.
 */
public class LittleEffort {
    static final Effort EFFORT = new Effort(64, 1);

    @Bean
    @Primary
    Effort littleEffort() {
        return EFFORT;
    }

    @Bean
    @Primary
    KeyStrength shortKeys() {
        return new KeyStrength(1024);
    }
}
