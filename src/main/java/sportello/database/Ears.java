package sportello.database;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Lets other modules hear what nodes call out to each other. */
@Component
public class Ears {
    private final DatabaseServer server;

    Ears(DatabaseServer server) {
        this.server = server;
    }

    /**
     * Listens on a channel once started; to be made a bean, so that it starts and stops with the program.
     *
     * @param channel a plain lower-case word, as in {@code notify channel}
     * @param listener gets each call's text; must not block
     * @throws IllegalArgumentException for a channel that is not a plain word
     */
    public Announcements on(String channel, Consumer<String> listener) {
        return on(channel, listener, () -> {});
    }

    /**
     * The same for what must not miss a call.
     *
     * @param anew whenever it begins to listen, since it may have missed some before
     */
    public Announcements on(String channel, Consumer<String> listener, Runnable anew) {
        if (!channel.matches("[a-z_]{1,60}")) throw new IllegalArgumentException(channel);
        return new Announcements(server, channel, listener, anew);
    }
}
