package sportello.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.AgentDetails;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.agent.Authority;
import sportello.agent.KeepingAgents;
import sportello.agent.KeptAgent;
import sportello.agent.RoleId;
import sportello.base.Language;
import sportello.base.LoginName;
import sportello.base.Outcome;
import sportello.mail.OurCompany;

/** Lets the directory say who somebody is, and makes or corrects the agent accordingly. */
@Component
public class LdapLogin {
    private static final Logger log = LoggerFactory.getLogger(LdapLogin.class);

    private final LdapSql sql;
    private final Agents agents;
    private final KeepingAgents keeping;
    private final OurCompany company;

    LdapLogin(LdapSql sql, Agents agents, KeepingAgents keeping, OurCompany company) {
        this.sql = sql;
        this.agents = agents;
        this.keeping = keeping;
        this.company = company;
    }

    /** Goes over the network: to be called outside any transaction. */
    public LdapAnswer check(String name, String password) {
        var server = sql.server().filter(LdapServer::active);
        if (server.isEmpty()) return new LdapAnswer.Unknown();
        try {
            return new LdapConversation(server.get(), sql.secret())
                    .prove(name.strip(), password)
                    .<LdapAnswer>map(LdapAnswer.Known::new)
                    .orElseGet(LdapAnswer.Unknown::new);
        } catch (LDAPException failed) {
            log.warn("The directory {} does not answer: {}", server.get().host(), failed.getResultCode());
            return new LdapAnswer.Away();
        }
    }

    /**
     * Those of these log-in names whom the directory has and does not shut out; empty if it does not answer, or there is none.
     * Goes over the network: to be called outside any transaction.
     */
    public Optional<Map<String, LdapPerson>> find(Collection<String> logins) {
        var server = sql.server().filter(LdapServer::active);
        if (server.isEmpty()) return Optional.empty();
        try {
            return Optional.of(new LdapConversation(server.get(), sql.secret()).find(logins));
        } catch (LDAPException failed) {
            log.warn("The directory {} does not answer: {}", server.get().host(), failed.getResultCode());
            return Optional.empty();
        }
    }

    /** Whether the directory, and not this house, knows the agent's password. */
    public boolean isLinked(AgentId agent) {
        return sql.isLinked(agent);
    }

    /**
     * The agent, with names, address and roles as the directory has them now. Refused for people in none of the groups that
     * give a role, and where the log-in name is that of an administrator with a password of this house: the directory must
     * not take that one over.
     */
    @Transactional
    public Outcome<AgentId> enrol(LdapPerson person) {
        var groups = sql.groups();
        if (groups.values().stream().noneMatch(person::isIn)) return Outcome.refused("ldap.no_group");
        var known = agents.byLogin(LoginName.plain(person.login())).flatMap(agent -> keeping.find(agent.id()));
        if (known.isEmpty())
            return linked(keeping.add(fresh(person, groups, company.house().language()), Authority.HOUSE));
        var kept = known.get();
        if (!kept.agent().valid()) return Outcome.refused("ldap.invalid");
        if (kept.agent().administrator() && !sql.isLinked(kept.agent().id())) return Outcome.refused("ldap.taken");
        return linked(corrected(kept, person, groups));
    }

    private Outcome<AgentId> linked(Outcome<AgentId> outcome) {
        return outcome.then(id -> {
            sql.link(id);
            return Outcome.done(id);
        });
    }

    private static AgentDetails fresh(LdapPerson person, Map<RoleId, String> groups, Language language) {
        return new AgentDetails(
                person.login(),
                person.firstName(),
                person.lastName(),
                person.email(),
                language,
                false,
                false,
                true,
                Map.of(),
                roles(Set.of(), person, groups));
    }

    private Outcome<AgentId> corrected(KeptAgent kept, LdapPerson person, Map<RoleId, String> groups) {
        var agent = kept.agent();
        var roles = roles(kept.roles(), person, groups);
        var details = new AgentDetails(
                agent.login(),
                person.firstName(),
                person.lastName(),
                person.email(),
                agent.language(),
                agent.administrator(),
                agent.supplier(),
                true,
                kept.grants(),
                roles);
        return keeping.isAsWritten(kept, details)
                ? Outcome.done(agent.id())
                : keeping.correct(agent.id(), kept.version(), details, Authority.HOUSE);
    }

    /** Roles that no group gives stay as administrators have set them. */
    private static Set<RoleId> roles(Set<RoleId> held, LdapPerson person, Map<RoleId, String> groups) {
        var roles = new HashSet<>(held);
        groups.forEach((role, group) -> {
            if (person.isIn(group)) roles.add(role);
            else roles.remove(role);
        });
        return roles;
    }
}
