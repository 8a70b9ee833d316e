package sportello;

import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sportello.ticket.Labels;

/** What the house says: in its own words, as far as administrators have any, else in those that come along. */
@Configuration(proxyBeanMethods = false)
class Bundles {

    @Bean
    MessageSource messageSource(ObjectProvider<Labels> labels) throws IOException {
        var house = new HouseWords(labels);
        house.setParentMessageSource(new DeliveredWords());
        return house;
    }
}
