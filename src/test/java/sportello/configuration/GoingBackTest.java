package sportello.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.Edge;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.agent.Grants;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.cast.Cast;

/** What the configuration was, and how a house goes back to it. */
@SportelloTest
@Transactional
class GoingBackTest {
    private static final Authority NOBODY = new Authority(false, false, Grants.NONE);

    @Autowired
    private GoingBack goingBack;

    @Autowired
    private Versions versions;

    @Autowired
    private ImportingConfiguration importing;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void on_stage() {
        Cast.onStage(db);
        db.sql("delete from configuration_version").update();
    }

    @Test
    void what_a_version_speaks_of_becomes_what_it_was_and_what_was_added_since_stays() {
        bring("""
                groups:
                - name: Magazzino
                roles:
                - name: Ricambi
                  comment: Pezzi
                  grants:
                    Magazzino: [ro]
                phrases:
                - queue: Energia
                  salutation: Buongiorno
                """);
        versions.keepNightly();
        var good = newest();
        bring("""
                groups:
                - name: Magazzino
                - name: Officina
                roles:
                - name: Ricambi
                  comment: Di tutto
                  grants:
                    Magazzino: [rw]
                    energia: [rw]
                letters:
                - letter: locked
                  italian: {subject: Preso, body: Preso.}
                phrases:
                - queue: Energia
                  salutation: Salve
                  signature: Ciao
                ownership:
                - queue: Energia
                  told:
                    closed.customer_user: silent
                """);

        var comparison = done(goingBack.compare(good, Authority.HOUSE));
        assertThat(comparison.plan().faults()).isEmpty();
        assertThat(comparison.since()).containsExactly(new Thing(Part.GROUPS, "Officina"));
        assertThat(texts("select comment from role where name = 'Ricambi'"))
                .as("nothing is done yet")
                .containsExactly("Di tutto");

        var plan = done(goingBack.goBack(good, comparison.plan().print(), Authority.HOUSE));
        assertThat(plan.faults()).isEmpty();
        assertThat(texts("select comment from role where name = 'Ricambi'")).containsExactly("Pezzi");
        assertThat(keys("Ricambi")).containsExactly("Magazzino ro");
        assertThat(texts("select s.body from salutation s join queue q on q.id = s.queue_id and q.name = 'Energia'"))
                .containsExactly("Buongiorno");
        assertThat(texts("select s.body from signature s join queue q on q.id = s.queue_id and q.name = 'Energia'"))
                .isEmpty();
        assertThat(texts("select name from permission_group where name = 'Officina' and valid"))
                .as("it stays")
                .hasSize(1);
        var again = done(goingBack.compare(good, Authority.HOUSE));
        assertThat(again.plan().doesSomething()).as("" + again.plan().items()).isFalse();
    }

    @Test
    void going_back_can_be_undone() {
        bring("company:\n  phone: '1'\n");
        versions.keepNightly();
        var first = newest();
        bring("company:\n  phone: '2'\n");
        goBackTo(first);
        assertThat(texts("select phone from company")).containsExactly("1");
        assertThat(newest().occasion()).isEqualTo(Occasion.RETURN);

        goBackTo(newest());
        assertThat(texts("select phone from company")).containsExactly("2");
    }

    @Test
    void what_was_before_an_import_is_kept_with_what_had_changed() {
        versions.keepNightly();
        assertThat(newest()).returns(null, Version::differing).returns(Occasion.NIGHT, Version::occasion);
        bring("company:\n  phone: '1'\n");
        assertThat(newest()).returns(0, Version::differing).returns(Occasion.IMPORT, Version::occasion);
        bring("groups:\n- name: Magazzino\n");
        assertThat(newest().differing()).as("the phone number").isEqualTo(1);
        versions.keepNightly();
        assertThat(newest()).returns(1, Version::differing).returns(Occasion.NIGHT, Version::occasion);
        assertThat(texts("select topic || ' ' || act from audit_line order by no desc limit 1"))
                .containsExactly("configuration made");
    }

    @Test
    void nothing_is_kept_where_nothing_changes() {
        versions.keepNightly();
        versions.keepNightly();
        importing.plan("groups:\n- name: Magazzino\n", Authority.HOUSE);
        importing.carryOut("groups:\n- nome: Magazzino\n", Authority.HOUSE);
        bring("company: {}\n");
        assertThat(versions.all()).hasSize(1);
    }

    @Test
    void old_versions_go_but_the_newest_stays() throws Exception {
        versions.keepNightly();
        db.sql("update configuration_version set at = now() - interval '366 days'")
                .update();
        versions.keepNightly();
        assertThat(versions.all()).as("the only one").hasSize(1);
        Edge.of("configuration/Versions.MOST").cuts(many -> {
            db.sql("delete from configuration_version where id <> (select max(id) from configuration_version)")
                    .update();
            db.sql("update configuration_version set at = now() - interval '1 day'")
                    .update();
            db.sql("""
                    insert into configuration_version (at, occasion, author, differing, document)
                    select now() - interval '1 day', 'night', '', 1, document
                      from configuration_version, generate_series(2, :many)
                    """).param("many", many).update();
            versions.keepNightly();
            return versions.all().size();
        });
    }

    @Test
    void whoever_saw_another_house_has_to_look_again() {
        versions.keepNightly();
        var version = newest();
        bring("company:\n  phone: '2'\n");
        var seen = done(goingBack.compare(version, Authority.HOUSE)).plan().print();
        bring("company:\n  phone: '3'\n");
        assertThat(goingBack.goBack(version, seen, Authority.HOUSE))
                .isEqualTo(Outcome.refused("configuration.changed"));
        assertThat(texts("select phone from company")).containsExactly("3");
    }

    /** A queue that was renamed has the address that the one of the version wants back. */
    @Test
    void where_a_rule_stands_in_the_way_nothing_is_done() {
        bring("queues:\n- {name: Magazzino, group: energia, addresses: [magazzino@valle.example]}\n");
        versions.keepNightly();
        var version = newest();
        db.sql("update queue set name = 'Deposito' where name = 'Magazzino'").update();
        var plan = done(goingBack.compare(version, Authority.HOUSE)).plan();
        assertThat(plan.faults()).extracting(Fault::place).contains("queues: Magazzino");
        assertThat(done(goingBack.goBack(version, plan.print(), Authority.HOUSE))
                        .isSound())
                .isFalse();
        assertThat(texts("select name from queue where name in ('Magazzino', 'Deposito')"))
                .containsExactly("Deposito");
    }

    @Test
    void who_is_no_administrator_sees_and_changes_nothing() {
        versions.keepNightly();
        var version = newest();
        var refused = new Outcome.Refused<>(new Refusal("configuration.administer"));
        assertThat(goingBack.compare(version, NOBODY)).isEqualTo(refused);
        assertThat(goingBack.goBack(version, "", NOBODY)).isEqualTo(refused);
        assertThat(versions.text(version.id(), NOBODY)).isEqualTo(refused);
    }

    private Version newest() {
        return versions.all().getFirst();
    }

    private void goBackTo(Version version) {
        var seen = done(goingBack.compare(version, Authority.HOUSE)).plan().print();
        assertThat(done(goingBack.goBack(version, seen, Authority.HOUSE)).isSound())
                .isTrue();
    }

    private void bring(String text) {
        assertThat(done(importing.carryOut(text, Authority.HOUSE)).faults()).isEmpty();
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var why) -> throw new AssertionError(why.message());
        };
    }

    private List<String> keys(String role) {
        return texts("""
                select g.name || ' ' || p.permission
                  from role_permission p
                  join permission_group g on g.id = p.group_id
                  join role r on r.id = p.role_id
                 where r.name = '%s'
                 order by 1
                """.formatted(role));
    }

    private List<String> texts(String query) {
        return db.sql(query).query(String.class).list();
    }
}
