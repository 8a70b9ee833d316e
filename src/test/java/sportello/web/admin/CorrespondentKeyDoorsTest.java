package sportello.web.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import sportello.Edge;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.identity.LoggedIn;
import sportello.mailkey.KeepingCorrespondentKeys;
import sportello.mailkey.KeptCorrespondentKey;
import sportello.mailkey.MailKeyring;
import sportello.mime.Authority;
import sportello.mime.Locksmith;
import sportello.mime.SignatureCheck.Verdict;

/** Where administrators keep the public keys of those to whom we write, and what signed mails teach. */
@SportelloTest
@Transactional
class CorrespondentKeyDoorsTest {
    private static final String ADDRESS = "ufficio@cliente.example";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant NOW = Instant.now();
    private static Locksmith client;

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingCorrespondentKeys keeping;

    @Autowired
    private MailKeyring keyring;

    private Cast cast;

    @BeforeAll
    static void a_client_makes_keys() {
        client = Locksmith.of(ADDRESS, NOW.minus(DAY.multipliedBy(9)), NOW.plus(DAY.multipliedBy(9)));
    }

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
        db.sql("delete from correspondent_key").update();
    }

    @Test
    void a_certificate_and_public_keys_of_openpgp_are_added_found_and_told_to_the_book() throws Exception {
        var before = db.sql("select coalesce(max(no), 0) from audit_line")
                .query(Long.class)
                .single();
        bring(ADDRESS, client.pem().getBytes(UTF_8)).andExpect(status().isSeeOther());
        as(post("/admin/correspondent-keys")
                        .param("address", " " + ADDRESS.toUpperCase(Locale.ROOT))
                        .param("text", client.armouredPublicKey()))
                .andExpect(status().isSeeOther());
        as(get("/admin/correspondent-keys").param("q", "cliente.ex"))
                .andExpect(content()
                        .string(allOf(
                                containsString(ADDRESS),
                                containsString("S/MIME · in uso · Assistenza"),
                                containsString("OpenPGP · in uso · Assistenza"),
                                containsString("aggiunta il"))));
        as(get("/admin/correspondent-keys").param("q", "altrove"))
                .andExpect(content()
                        .string(allOf(containsString("Nessuna chiave trovata"), not(containsString("S/MIME · in")))));
        var digits = keeping.find("", 9).getFirst().fingerprint().replaceAll("(.{4})", "$1 ");
        assertThat(keeping.find(digits.substring(5, 25), 9)).hasSize(1);
        assertThat(db.sql("select changes::text from audit_line where topic = 'correspondent_keys' and no > :before")
                        .param("before", before)
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains(ADDRESS));
    }

    /** Whoever uses OpenPGP seldom makes another key: the old one is said to be good for longer. */
    @Test
    void a_key_of_openpgp_that_is_good_for_longer_takes_the_place_of_what_it_was() throws Exception {
        var until = NOW.plus(DAY.multipliedBy(9)).truncatedTo(ChronoUnit.SECONDS);
        var first = Locksmith.of(ADDRESS, NOW.minus(DAY), NOW.plus(DAY));
        var longer = first.renewed(ADDRESS, NOW.minus(DAY), NOW.minusSeconds(60), until);
        bring(ADDRESS, first.armouredPublicKey().getBytes(UTF_8)).andExpect(status().isSeeOther());
        bring(ADDRESS, longer.armouredPublicKey().getBytes(UTF_8)).andExpect(status().isSeeOther());
        assertThat(keeping.find("", 9)).hasSize(1);
        assertThat(only().until()).isEqualTo(until);
        for (var known : List.of(first, longer)) refused(ADDRESS, known.armouredPublicKey(), "c’è già");
        assertThat(only().until()).as("not back again").isEqualTo(until);
        assertThat(db.sql("select changes::text from audit_line order by no desc limit 1")
                        .query(String.class)
                        .single())
                .contains("until")
                .doesNotContain(ADDRESS);
    }

    @Test
    void what_is_amiss_is_said_at_its_field_and_what_was_typed_stays() throws Exception {
        var page = refused("altro@cliente.example", client.pem(), "La chiave non nomina questo indirizzo. Nomina: ");
        assertThat(page).contains("value=\"altro@cliente.example\"", "BEGIN CERTIFICATE");
        assertThat(page.indexOf("class=\"refusal\"")).isLessThan(page.indexOf("name=\"file\""));
        refused(" ", client.pem(), "Indichi l’indirizzo");
        page = refused(ADDRESS, "Buongiorno", "non è né un certificato X.509");
        assertThat(page.indexOf("class=\"refusal\"")).isGreaterThan(page.indexOf("name=\"text\""));
        refused(ADDRESS, "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nabc", "non è né un certificato X.509");
        refused(ADDRESS, "", "Scelga il file della chiave");
        refused(ADDRESS, client.armoured(), "Questa è una chiave segreta");
        refused(ADDRESS, "x".repeat(KeepingCorrespondentKeys.LARGEST + 1), "non è né un certificato X.509");
        var over = Locksmith.of(ADDRESS, NOW.minus(DAY.multipliedBy(9)), NOW.minus(DAY));
        refused(ADDRESS, over.pem(), "Questa chiave oggi non vale");
        refused(ADDRESS, over.armouredPublicKey(), "Questa chiave oggi non vale");
        refused(
                ADDRESS,
                Locksmith.onCurve(ADDRESS, NOW.plus(DAY), NOW.plus(DAY.multipliedBy(9)))
                        .pem(),
                "oggi non vale");
        var weak = Locksmith.weak(ADDRESS, NOW.minus(DAY), NOW.plus(DAY));
        refused(ADDRESS, weak.pem(), "troppo debole");
        refused(ADDRESS, weak.armouredPublicKey(), "troppo debole");
        assertThat(keeping.find("", 9)).isEmpty();
        bring(ADDRESS, client.pem().getBytes(UTF_8));
        refused(ADDRESS, client.pem(), "la chiave c’è già");
    }

    @Test
    void a_file_has_so_many_bytes() throws Exception {
        var pem = client.pem();
        Edge.of("mailkey/KeepingCorrespondentKeys.LARGEST").isTheLast(size -> {
            db.sql("delete from correspondent_key").update();
            var file = (pem + "\n".repeat(size - pem.length())).getBytes(UTF_8);
            return keeping.add(file, ADDRESS, cast.as(ANNA).authority()) instanceof Outcome.Done;
        });
    }

    @Test
    void a_key_is_taken_out_of_use_and_back_into_it() throws Exception {
        bring(ADDRESS, client.pem().getBytes(UTF_8));
        var address = "/admin/correspondent-keys/" + only().id();
        as(post(address).param("version", "0")).andExpect(status().isSeeOther());
        as(get("/admin/correspondent-keys")).andExpect(content().string(containsString("fuori uso")));
        as(post(address).param("version", "0").param("valid", "true"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Nel frattempo qualcuno")));
        as(post(address).param("version", "1").param("valid", "true")).andExpect(status().isSeeOther());
        assertThat(only().valid()).isTrue();
        as(post("/admin/correspondent-keys/0").param("version", "0")).andExpect(status().isNotFound());
    }

    @Test
    void what_a_vouched_for_sender_signed_teaches_the_certificate_and_nothing_else_does() {
        var authority = new Authority("Autorità di prova");
        var giulia = authority.person("Giulia Moretti", "giulia@roccalba.example", NOW.minus(DAY), NOW.plus(DAY));
        keyring.received(giulia.mail(false));
        assertThat(only())
                .satisfies(key -> assertThat(key.address()).isEqualTo("giulia@roccalba.example"))
                .satisfies(key -> assertThat(key.name()).isEqualTo("Giulia Moretti"))
                .satisfies(key -> assertThat(key.learned()).isTrue());
        assertThat(readsAuthenticated()).isFalse();

        keeping.use(only().id(), 0, false, cast.as(ANNA).authority());
        keyring.received(giulia.mail(true));
        assertThat(only().valid()).as("put out of use, whatever comes").isFalse();
        assertThat(readsAuthenticated()).isTrue();

        var stranger = new Authority("Autorità di prova");
        var site = stranger.site("sito@roccalba.example", NOW.minus(DAY), NOW.plus(DAY));
        var former = authority.person("Ex", "ex@roccalba.example", NOW.minus(DAY), NOW.minusSeconds(1));
        keyring.received(site.mail(false));
        keyring.received(former.mail(false));
        keyring.received(giulia.mailAs("paolo@roccalba.example"));
        var provider = authority.person("Gestore", "posta-certificata@gestore.example", NOW.minus(DAY), NOW.plus(DAY));
        assertThat(provider.certified().signature().verdict()).isEqualTo(Verdict.VALID);
        keyring.received(provider.certified());
        assertThat(keeping.find("", 9)).hasSize(1);
    }

    /** Whoever has an address vouched for can have it certified as often as the authority pleases. */
    @Test
    void of_one_address_the_newest_ten_that_were_learned_stay() {
        learned(1, "'giulia@roccalba.example'");
        keeping.use(only().id(), 0, false, cast.as(ANNA).authority());
        learned(10, "'giulia@roccalba.example'");
        learned(1, "'paolo@roccalba.example'");
        db.sql("update correspondent_key set added_at = added_at - interval '1 hour'")
                .update();
        keyring.received(giulia().mail(false));
        assertThat(keeping.find("giulia@", 99))
                .hasSize(11)
                .satisfies(keys -> assertThat(keys.getFirst().name()).isEqualTo("Giulia Moretti"))
                .satisfies(keys -> assertThat(keys.getLast().valid()).isFalse());
        assertThat(keeping.find("paolo@", 99)).hasSize(1);
    }

    /** Strangers cannot fill the house with keys; whoever is known to it is learned anew all the same. */
    @Test
    void a_day_teaches_the_keys_of_so_many_new_addresses_altogether_and_of_one_domain() {
        var signed = giulia().mail(false);
        learned(1_000, "'a' || n || '@d' || n || '.example'");
        keyring.received(signed);
        assertThat(keeping.find("giulia@", 9)).as("a thousand and one").isEmpty();
        db.sql("delete from correspondent_key where address = 'a1@d1.example'").update();
        keyring.received(signed);
        assertThat(keeping.find("giulia@", 9)).as("a thousand").hasSize(1);

        db.sql("delete from correspondent_key").update();
        learned(100, "'a' || n || '@d' || n || '.roccalba.example'");
        keyring.received(signed);
        assertThat(keeping.find("giulia@", 9)).as("a hundred and one").isEmpty();
        db.sql("delete from correspondent_key where address = 'a1@d1.roccalba.example'")
                .update();
        keyring.received(signed);
        assertThat(keeping.find("giulia@", 9)).as("a hundred").hasSize(1);
        keyring.received(giulia().mail(false));
        assertThat(keeping.find("giulia@", 9)).as("the second of one known").hasSize(2);
        db.sql("update correspondent_key set added_at = added_at - interval '25 hours'")
                .update();
        db.sql("delete from correspondent_key where address = 'giulia@roccalba.example'")
                .update();
        keyring.received(signed);
        assertThat(keeping.find("giulia@", 9)).as("the next day").hasSize(1);
    }

    private static Authority.Person giulia() {
        return new Authority("Autorità di prova")
                .person("Giulia Moretti", "giulia@roccalba.example", NOW.minus(DAY), NOW.plus(DAY));
    }

    private void learned(int many, String address) {
        db.sql("""
                insert into correspondent_key (kind, address, name, fingerprint, certificate, since, learned, added_at)
                select 'smime', %s, '', gen_random_uuid(), '', :now, true, :now
                  from generate_series(1, :many) n
                """.formatted(address))
                .param("many", many)
                .param("now", Timestamp.from(NOW))
                .update();
    }

    @Test
    void the_use_case_asks_too_who_may() {
        var by = cast.as(LAURA).authority();
        assertThat(keeping.add(client.pem().getBytes(UTF_8), ADDRESS, by)).isInstanceOf(Outcome.Refused.class);
        keeping.add(client.pem().getBytes(UTF_8), ADDRESS, cast.as(ANNA).authority());
        assertThat(keeping.use(only().id(), 0, false, by).orElseThrow()).isInstanceOf(Outcome.Refused.class);
    }

    private boolean readsAuthenticated() {
        return db.sql("select authenticated from correspondent_key")
                .query(Boolean.class)
                .single();
    }

    private KeptCorrespondentKey only() {
        return keeping.find("", 9).getFirst();
    }

    private String refused(String address, String text, String said) throws Exception {
        return as(post("/admin/correspondent-keys").param("address", address).param("text", text))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(said)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private ResultActions bring(String address, byte[] file) throws Exception {
        var request = multipart("/admin/correspondent-keys")
                .file(new MockMultipartFile("file", "chiave", "application/octet-stream", file));
        return web.perform(request.param("address", address).with(LoggedIn.as(cast.as(ANNA), db)));
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
