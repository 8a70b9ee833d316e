package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.KeptRole;
import sportello.base.Refusal;
import sportello.ldap.LdapPerson;
import sportello.settings.Encryption;

/**
 * @param kept whether a directory is kept
 * @param found whom a trial has found, null if none was made
 */
public record LdapPage(
        boolean kept,
        LdapForm form,
        List<KeptRole> roles,
        @Nullable LdapPerson found,
        @Nullable Refusal refusal) {

    /** Those that can be chosen. */
    public List<Encryption> encryptions() {
        return List.of(Encryption.TLS, Encryption.STARTTLS, Encryption.NONE);
    }

    /** The groups of whom was found, in their order. */
    public String groups() {
        return found == null
                ? ""
                : String.join(" · ", found.groups().stream().sorted().toList());
    }
}
