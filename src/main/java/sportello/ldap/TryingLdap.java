package sportello.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;

/** Asks a directory for one person, so that administrators see whether it answers and what; keeps nothing. */
@Component
public class TryingLdap {
    private final KeepingLdap keeping;

    TryingLdap(KeepingLdap keeping) {
        this.keeping = keeping;
    }

    /** @param secret the password; null for the one that is kept, unless it would go elsewhere */
    public Outcome<LdapPerson> look(LdapServer wanted, @Nullable String secret, String name, Authority by) {
        if (!by.administrator()) return Outcome.refused("agents.administer");
        return keeping.ready(wanted, secret).then(ready -> look(ready, name.strip()));
    }

    private static Outcome<LdapPerson> look(KeepingLdap.Ready ready, String name) {
        try {
            return ready.conversation()
                    .find(name)
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.refused("ldap.nobody", name));
        } catch (LDAPException failed) {
            return Outcome.refused("ldap.failed", failed.getResultCode().getName());
        }
    }
}
