package sportello.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sportello.Edge;
import sportello.base.Outcome;
import sportello.settings.Encryption;
import sportello.settings.OldTls;
import sportello.settings.OwnAuthority;

/** What the directory is asked, and over which wire. */
class LdapServerTest {
    private static final LdapAttributes NAMES = new LdapAttributes("uid", "givenName", "sn", "mail", "memberOf");

    @ParameterizedTest
    @ValueSource(strings = {"*", "ugo*", "ugo.valli)(uid=*", "*)(|(uid=*", "ugo.valli\u0000", "\\2a", ""})
    void whatever_is_typed_is_a_name_and_never_a_part_of_the_question(String typed) throws Exception {
        try (var directory = new CompanyDirectory(null)) {
            var asked = conversation(directory, Encryption.NONE, "localhost", "");
            assertThat(asked.prove(typed, CompanyDirectory.PASSWORD)).isEmpty();
            assertThat(asked.find(typed)).isEmpty();
        }
    }

    @Test
    void only_the_right_password_proves_and_none_is_not_one() throws Exception {
        try (var directory = new CompanyDirectory(null)) {
            var asked = conversation(directory, Encryption.NONE, "localhost", "");
            assertThat(asked.prove("ugo.valli", "")).isEmpty();
            assertThat(asked.prove("ugo.valli", "acqua fredda")).isEmpty();
            assertThat(asked.prove("UGO.valli", CompanyDirectory.PASSWORD))
                    .get()
                    .satisfies(ugo -> {
                        assertThat(ugo.email()).isEqualTo("ugo.valli@directory.example");
                        assertThat(ugo.isIn("helpdesk")).isTrue();
                    });
        }
    }

    @Test
    void a_name_that_nobody_has_costs_the_same_conversation() throws Exception {
        try (var directory = new CompanyDirectory(null)) {
            var asked = conversation(directory, Encryption.NONE, "localhost", "");
            assertThat(asked.prove("ugo.valli", "acqua fredda")).isEmpty();
            var known = directory.binds();
            assertThat(known).isPositive();
            assertThat(asked.prove("nessuno", "acqua fredda")).isEmpty();
            assertThat(directory.binds()).isEqualTo(2 * known);
            assertThat(asked.prove("nessuno", CompanyDirectory.PASSWORD)).isEmpty();
        }
    }

    @Test
    void whoever_is_shut_out_there_is_not_among_those_who_are_looked_up() throws Exception {
        try (var directory = new CompanyDirectory(null)) {
            var asked = conversation(directory, Encryption.NONE, "localhost", "");
            directory.shutOut("zoe.fuori");
            assertThat(asked.find(List.of("ugo.valli", "zoe.fuori", "nessuno"))).containsOnlyKeys("ugo.valli");
        }
    }

    @Test
    void a_server_for_which_nobody_vouches_or_of_another_name_hears_no_password(@TempDir Path folder) throws Exception {
        var authority = OwnAuthority.forLocalhost(folder);
        try (var directory = new CompanyDirectory(authority.context())) {
            assertThat(conversation(directory, Encryption.TLS, "localhost", authority.pem())
                            .prove("ugo.valli", CompanyDirectory.PASSWORD))
                    .isPresent();
            refuses(conversation(directory, Encryption.TLS, "localhost", ""));
            refuses(conversation(directory, Encryption.TLS, "127.0.0.1", authority.pem()));
        }
    }

    @Test
    void a_server_whose_certificate_has_expired_or_was_revoked_hears_no_password() throws Exception {
        for (var authority : List.of(OwnAuthority.expired(), OwnAuthority.revoked()))
            try (var directory = new CompanyDirectory(authority.context())) {
                refuses(conversation(directory, Encryption.TLS, "localhost", authority.pem()));
            }
    }

    @ParameterizedTest
    @ValueSource(ints = {OldTls.TLS_1_0, OldTls.TLS_1_1})
    void a_server_that_speaks_only_an_old_tls_hears_no_password(int version) throws Exception {
        try (var old = OldTls.speaking(version)) {
            refuses(conversation(old.port(), Encryption.TLS, "localhost", "", false));
            assertThat(old.alert()).isEqualTo(OldTls.PROTOCOL_VERSION);
        }
    }

    @Test
    void a_certificate_is_for_its_names_and_a_star_for_one_label_only() {
        var names =
                List.<List<?>>of(List.of(2, "ldap.valle.example"), List.of(2, "*.dc.example"), List.of(7, "10.0.0.5"));
        for (var good : List.of("ldap.valle.example", "a.dc.example", "10.0.0.5"))
            assertThat(ServerName.includes(names, good)).as(good).isTrue();
        for (var bad : List.of("valle.example", "a.b.dc.example", "dc.example", ".dc.example", "10.0.0.6", "x"))
            assertThat(ServerName.includes(names, bad)).as(bad).isFalse();
        assertThat(ServerName.includes(List.of(List.of(2, "10.0.0.5"), List.of(2, "*.example")), "10.0.0.5"))
                .isFalse();
        assertThat(ServerName.includes(List.of(List.of(2, "*.example")), "valle.example"))
                .isFalse();
    }

    @Test
    void a_server_that_hides_starttls_is_refused() throws Exception {
        try (var directory = new CompanyDirectory(null)) {
            refuses(conversation(directory, Encryption.STARTTLS, "localhost", ""));
        }
    }

    @Test
    void groups_are_known_by_their_whole_name_or_its_first_part() {
        var ugo = new LdapPerson("", "ugo", "Ugo", "Valli", "", Set.of("CN=Help Desk,OU=groups,DC=valle"));
        assertThat(ugo.isIn("cn=help desk, ou=groups, dc=valle")).isTrue();
        assertThat(ugo.isIn("help desk")).isTrue();
        assertThat(ugo.isIn("groups")).isFalse();
        assertThat(ugo.isIn("cn=help desk,dc=valle")).isFalse();
        assertThat(ugo.isIn("")).isFalse();
    }

    @Test
    void groups_lie_in_groups_and_circles_end() throws Exception {
        try (var directory = new CompanyDirectory(null)) {
            directory.nest("helpdesk", "servizio");
            directory.nest("servizio", "tutti", "assente");
            directory.nest("tutti", "HELPDESK", "tutti");
            directory.nest("altri", "estranei");
            assertThat(ugo(directory, false).groups()).containsExactly(CompanyDirectory.group("helpdesk"));
            var ugo = ugo(directory, true);
            assertThat(List.of("helpdesk", "servizio", "tutti", "assente")).allMatch(ugo::isIn);
            assertThat(ugo.groups()).hasSize(4);
            assertThat(conversation(directory, true).prove("ugo.valli", CompanyDirectory.PASSWORD))
                    .contains(ugo);
            assertThat(conversation(directory, true).prove("ugo.valli", "acqua fredda"))
                    .isEmpty();
            assertThat(conversation(directory, true)
                            .find("zoe.fuori")
                            .orElseThrow()
                            .groups())
                    .isEmpty();
        }
    }

    @Test
    void a_chain_without_end_is_followed_only_so_far() throws Exception {
        try (var directory = new CompanyDirectory(null)) {
            directory.nest("helpdesk", "g1");
            for (var i = 1; i < LdapGroups.MOST - 2; i++) directory.nest("g" + i, "g" + (i + 1));
            Edge.of("ldap/LdapGroups.MOST").isTheLast(asked -> {
                directory.nest("g" + (asked - 1), "g" + asked);
                return ugo(directory, true).groups().contains(CompanyDirectory.group("g" + asked));
            });
        }
    }

    @Test
    void a_directory_that_follows_chains_itself_is_asked_once() throws Exception {
        try (var directory = CompanyDirectory.thatFollowsChains()) {
            assertThat(ugo(directory, true).groups())
                    .containsExactlyInAnyOrder(CompanyDirectory.group("helpdesk"), CompanyDirectory.group("tutti"));
            assertThat(ugo(directory, false).groups()).containsExactly(CompanyDirectory.group("helpdesk"));
        }
    }

    private static LdapPerson ugo(CompanyDirectory directory, boolean nested) throws LDAPException {
        return conversation(directory, nested).find("ugo.valli").orElseThrow();
    }

    private static LdapConversation conversation(CompanyDirectory directory, boolean nested) {
        return conversation(directory, Encryption.NONE, "localhost", "", nested);
    }

    @Test
    void nonsense_is_refused_before_it_is_kept() {
        assertThat(server("localhost", Encryption.NONE, "dc=valle", "(uid={login})")
                        .checked())
                .isInstanceOf(Outcome.Done.class);
        refused("ldap.in_the_clear", server("ldap.valle.example", Encryption.NONE, "dc=valle", "(uid={login})"));
        refused("ldap.filter", server("localhost", Encryption.NONE, "dc=valle", "(uid=ugo)"));
        refused("ldap.filter", server("localhost", Encryption.NONE, "dc=valle", "(uid={login}"));
        refused("ldap.dn", server("localhost", Encryption.NONE, "valle", "(uid={login})"));
        refused("ldap.host", server("local host", Encryption.NONE, "dc=valle", "(uid={login})"));
    }

    private static void refused(String why, LdapServer server) {
        assertThat(server.checked())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why().message()).isEqualTo(why));
    }

    private static void refuses(LdapConversation asked) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> asked.prove("ugo.valli", CompanyDirectory.PASSWORD))
                .isInstanceOf(LDAPException.class);
    }

    private static LdapServer server(String host, Encryption encryption, String base, String filter) {
        return new LdapServer(true, host, 389, encryption, "", "", base, filter, NAMES, false);
    }

    private static LdapConversation conversation(
            CompanyDirectory directory, Encryption encryption, String host, String pem) {
        return conversation(directory, encryption, host, pem, false);
    }

    private static LdapConversation conversation(
            CompanyDirectory directory, Encryption encryption, String host, String pem, boolean nested) {
        return conversation(directory.port(), encryption, host, pem, nested);
    }

    private static LdapConversation conversation(
            int port, Encryption encryption, String host, String pem, boolean nested) {
        var server = new LdapServer(
                true,
                host,
                port,
                encryption,
                pem,
                CompanyDirectory.SERVICE,
                "dc=valle,dc=example",
                "(&(objectClass=person)(uid={login}))",
                NAMES,
                nested);
        return new LdapConversation(server, CompanyDirectory.SERVICE_PASSWORD);
    }
}
