package sportello.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.settings.Proxies;

/**
 * Lets people in whom a proxy before the house has logged in already. The header counts only on connections from the
 * addresses that administrators have named, and only if it is there once: a second one would come from somebody else.
 */
@Component
public class ProxyEntry {
    private static final @Nullable Instant UNPROVEN = null;

    private final AccessRuleSql rules;
    private final Accounts accounts;
    private final Entering entering;

    ProxyEntry(AccessRuleSql rules, Accounts accounts, Entering entering) {
        this.rules = rules;
        this.accounts = accounts;
        this.entering = entering;
    }

    /**
     * What becomes of somebody at the door; empty if no proxy vouches for a person who may enter.
     *
     * @param headers the values of a header of this name
     */
    public Optional<Entry> enter(Function<String, List<String>> headers, Visitor visitor) {
        var rule = rules.find();
        if (rule.proxyHeader().isEmpty() || !new Proxies(rule.proxies()).include(visitor.connection()))
            return Optional.empty();
        var values = headers.apply(rule.proxyHeader());
        if (values.size() != 1 || values.getFirst().isBlank()) return Optional.empty();
        return accounts.called(values.getFirst())
                .filter(Account::valid)
                .map(account -> entering.enter(account.id(), UNPROVEN, visitor));
    }
}
