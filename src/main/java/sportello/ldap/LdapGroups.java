package sportello.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A person's groups with those in which these lie, and so on. Active Directory is asked once, by its rule for chains; any
 * other directory group after group, of which each is asked once, so that circles end.
 */
final class LdapGroups {
    /** What Active Directory says of itself, and its rule: whoever is a member, however far down. */
    static final String ACTIVE_DIRECTORY = "1.2.840.113556.1.4.800";

    static final String IN_CHAIN = "1.2.840.113556.1.4.1941";

    /** So many groups are asked at most, lest a log-in take for ever. */
    static final int MOST = 200;

    private static final Logger log = LoggerFactory.getLogger(LdapGroups.class);
    private static final String NO_ATTRIBUTES = "1.1";

    private final LDAPConnection connection;
    private final LdapServer server;

    LdapGroups(LDAPConnection connection, LdapServer server) {
        this.connection = connection;
        this.server = server;
    }

    /** @param direct the groups that the person's own entry names */
    Set<String> of(String person, Set<String> direct) throws LDAPException {
        var root = Optional.ofNullable(connection.getRootDSE());
        var chained = root.filter(told -> told.hasAttributeValue("supportedCapabilities", ACTIVE_DIRECTORY));
        if (chained.isEmpty()) return walked(direct);
        var whole = chained.map(told -> told.getAttributeValue("defaultNamingContext"));
        return Stream.concat(direct.stream(), chained(whole.orElse(server.base()), person))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** People are often looked for in one branch only; groups may lie in any. */
    private Stream<String> chained(String base, String person) throws LDAPException {
        var member = Filter.createExtensibleMatchFilter("member", IN_CHAIN, false, person);
        var found = connection.search(new SearchRequest(base, SearchScope.SUB, member, NO_ATTRIBUTES));
        return Objects.requireNonNull(found.getSearchEntries()).stream().map(Entry::getDN);
    }

    private Set<String> walked(Set<String> direct) throws LDAPException {
        var known = new LinkedHashMap<String, String>();
        var next = new ArrayDeque<String>();
        meet(direct, known, next);
        for (var asked = 0; !next.isEmpty() && asked < MOST; asked++) meet(above(next.remove()), known, next);
        if (!next.isEmpty()) log.warn("The directory {} names more than {} groups of one person", server.host(), MOST);
        return Set.copyOf(known.values());
    }

    /** Those that were not met yet are known from now on, and asked next. */
    private static void meet(Set<String> groups, Map<String, String> known, Queue<String> next) {
        for (var group : groups) if (known.putIfAbsent(plain(group), group) == null) next.add(group);
    }

    /** What has no entry lies in nothing. */
    private Set<String> above(String group) throws LDAPException {
        if (!DN.isValidDN(group)) return Set.of();
        var names = server.attributes().groups();
        try {
            var entry = connection.getEntry(group, names);
            var above = entry == null ? null : entry.getAttributeValues(names);
            return above == null ? Set.of() : new TreeSet<>(Set.of(above));
        } catch (LDAPException hidden) {
            if (hidden.getResultCode().isConnectionUsable()) return Set.of();
            throw hidden;
        }
    }

    private static String plain(String group) {
        try {
            return DN.normalize(group);
        } catch (LDAPException noName) {
            return group;
        }
    }
}
