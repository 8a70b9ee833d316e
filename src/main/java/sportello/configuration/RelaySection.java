package sportello.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.relay.KeepingRelay;
import sportello.relay.KeptRelay;

/** The server that takes our mail, without its password. */
@Component
class RelaySection implements Section<KeptRelay> {
    private final KeepingRelay keeping;

    RelaySection(KeepingRelay keeping) {
        this.keeping = keeping;
    }

    @Override
    public Part part() {
        return Part.RELAY;
    }

    @Override
    public KeptRelay blank() {
        return KeptRelay.BLANK;
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public List<KeptRelay> all() {
        return keeping.find().stream().toList();
    }

    @Override
    public Outcome<?> keep(@Nullable KeptRelay before, KeptRelay wanted, Authority by) {
        return keeping.keep(wanted, null, by);
    }

    /** A password is typed where it is kept for the first time, or for another server. */
    @Override
    public boolean isLeft(Refusal why) {
        return why.message().equals("relay.secret");
    }
}
