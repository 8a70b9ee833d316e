package sportello.web.agent.live;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sportello.database.Announcements;
import sportello.database.Ears;

@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    @Bean
    Announcements liveAnnouncements(Ears ears, Live live) {
        return ears.on(LiveSql.CHANNEL, called -> Signal.of(called).ifPresent(live::hear));
    }
}
