package sportello.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sportello.database.Announcements;
import sportello.database.Ears;
import sportello.ticket.Labels;

/** Whichever node an administrator renames a state on, all of them say it at once. */
@Configuration(proxyBeanMethods = false)
class LabelConfiguration {

    @Bean
    Announcements labelAnnouncements(Ears ears, Labels labels) {
        return ears.on(Labels.CHANNEL, called -> labels.forget(), labels::forget);
    }
}
