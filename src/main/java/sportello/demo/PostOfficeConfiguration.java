package sportello.demo;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import sportello.settings.SmtpServer;

/** Opens the post office before anybody posts a letter, and names it to the outbox, unless the operator named another. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class PostOfficeConfiguration {

    @Bean
    PostOffice postOffice(
            @Value("${SPORTELLO_DEMO_SMTP_PORT:3025}") int smtpPort,
            @Value("${SPORTELLO_DEMO_IMAP_PORT:3143}") int imapPort) {
        return new PostOffice(smtpPort, imapPort);
    }

    @Bean
    SmtpServer smtpServerOfTheDemo(PostOffice postOffice) {
        return postOffice.address();
    }
}
