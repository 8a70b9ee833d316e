package sportello.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.ldap.CompanyDirectory.PASSWORD;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.agent.RoleId;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.ldap.CompanyDirectory;
import sportello.ldap.KeepingLdap;
import sportello.ldap.LdapAttributes;
import sportello.ldap.LdapServer;
import sportello.settings.Encryption;

/** Who came from the directory is asked for there again, while a session or a program still acts here. */
@SportelloTest
@Transactional
class LookingUpTest {
    private static final Visitor VISITOR = new Visitor("192.0.2.7", "Test");

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingLdap keeping;

    @Autowired
    private LoggingIn loggingIn;

    @Autowired
    private LookingUp lookingUp;

    @Autowired
    private Sessions sessions;

    @Autowired
    private ApiTokens tokens;

    private CompanyDirectory directory;
    private Secret session;
    private String token = "";

    @BeforeEach
    void ugo_is_in() throws Exception {
        Cast.onStage(db);
        db.sql("delete from ldap_agent").update();
        directory = new CompanyDirectory(null);
        assertThat(keeping.keep(server(), CompanyDirectory.SERVICE_PASSWORD, groups(), Authority.HOUSE))
                .isInstanceOf(Outcome.Done.class);
        session = ((Entry.Granted) loggingIn.logIn("ugo.valli", PASSWORD, VISITOR)).session();
        var ugo = sessions.viewer(session).orElseThrow();
        token = ((Outcome.Done<String>) tokens.make(ugo, "Cruscotto", false, 30)).value();
    }

    @AfterEach
    void close() {
        directory.close();
    }

    @Test
    void who_is_still_there_goes_on_with_the_roles_of_today() throws Exception {
        lookingUp.lookUpAll();
        assertThat(isIn()).isTrue();
        directory.groups("ugo.valli", "cn=notte,dc=valle,dc=example");
        lookingUp.lookUpAll();
        assertThat(isIn()).isTrue();
        assertThat(db.sql("""
                        select r.name
                          from agent a
                          join agent_role m on m.agent_id = a.id
                          join role r on r.id = m.role_id
                         where a.login = 'ugo.valli'
                        """).query(String.class).list()).containsExactly("Notturni");
    }

    @Test
    void who_is_gone_is_out_with_every_program() throws Exception {
        directory.remove("ugo.valli");
        lookingUp.lookUpAll();
        assertOut();
        assertThat(db.sql("select name from audit_line where topic = 'sessions' order by no desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("Ugo Valli");
    }

    @Test
    void who_is_shut_out_or_in_no_group_any_more_is_out_and_stays_so() throws Exception {
        directory.shutOut("ugo.valli");
        lookingUp.lookUpAll();
        assertOut();
        directory.letIn("ugo.valli");
        lookingUp.lookUpAll();
        assertOut();

        session = ((Entry.Granted) loggingIn.logIn("ugo.valli", PASSWORD, VISITOR)).session();
        assertThat(sessions.viewer(session)).isPresent();
        directory.groups("ugo.valli", "cn=altri,dc=valle,dc=example");
        lookingUp.lookUpAll();
        assertOut();
    }

    @Test
    void a_directory_that_is_away_or_empty_puts_nobody_out() throws Exception {
        db.sql("""
                with others as (insert into agent (login, first_name, last_name, email)
                                select 'presa' || n, 'P', 'Presa', 'presa' || n || '@valleservizi.example'
                                  from generate_series(1, 2) n
                                returning id),
                     linked as (insert into ldap_agent (agent_id) select id from others),
                     accounts as (insert into account (agent_id, password_hash, changed_at)
                                  select id, '', now() from others
                                  returning id)
                insert into login_session (token_hash, account_id, created_at, seen_at, expires_at)
                select sha256(gen_random_uuid()::text::bytea), id, now(), now(), now() + interval '1 hour' from accounts
                """).update();
        directory.remove("ugo.valli");
        lookingUp.lookUpAll();
        assertThat(isIn()).isTrue();
        directory.close();
        lookingUp.lookUpAll();
        assertThat(isIn()).isTrue();
    }

    private boolean isIn() {
        return sessions.viewer(session).isPresent() && tokens.find(token, false).isPresent();
    }

    private void assertOut() {
        assertThat(sessions.viewer(session)).isEmpty();
        assertThat(tokens.find(token, false)).isEmpty();
    }

    private LdapServer server() {
        return new LdapServer(
                true,
                "localhost",
                directory.port(),
                Encryption.NONE,
                "",
                CompanyDirectory.SERVICE,
                "dc=valle,dc=example",
                "(&(objectClass=person)(uid={login}))",
                new LdapAttributes("uid", "givenName", "sn", "mail", "memberOf"),
                false);
    }

    private Map<RoleId, String> groups() {
        return Map.of(role("Supervisori"), "helpdesk", role("Notturni"), "notte");
    }

    private RoleId role(String name) {
        return db.sql("""
                insert into role (name) values (:name) on conflict (name) do update set valid = true returning id
                """)
                .param("name", name)
                .query((row, number) -> new RoleId(row.getLong("id")))
                .single();
    }
}
