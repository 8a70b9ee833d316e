package sportello.web.agent.live;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sportello.agent.GroupId;
import sportello.database.Announcements;
import sportello.database.Ears;

@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    @Bean
    Announcements liveAnnouncements(Ears ears, Live live) {
        return ears.on(LiveSql.CHANNEL, group -> live.happenedIn(new GroupId(Long.parseLong(group))));
    }
}
