package sportello.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.identity.AccessRules;
import sportello.identity.KeepingAccess;

/** What is asked of those who enter. */
@Component
class AccessSection implements Section<AccessRules> {
    private final KeepingAccess keeping;

    AccessSection(KeepingAccess keeping) {
        this.keeping = keeping;
    }

    @Override
    public Part part() {
        return Part.ACCESS;
    }

    @Override
    public AccessRules blank() {
        return keeping.get();
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public List<AccessRules> all() {
        return List.of(keeping.get());
    }

    @Override
    public Outcome<?> keep(@Nullable AccessRules before, AccessRules wanted, Authority by) {
        return keeping.correct(keeping.version(), wanted, by);
    }
}
