package sportello.web.admin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
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
import sportello.mailkey.KeepingMailKeys;
import sportello.mailkey.KeepingSealedSenders;
import sportello.mailkey.KeptMailKey;
import sportello.mailkey.MailKeyring;
import sportello.mailkey.SealedSender;
import sportello.mime.Locksmith;

/** Where administrators keep the keys that open mails. */
@SportelloTest
@Transactional
class MailKeyDoorsTest {
    private static final String ADDRESS = "assistenza@valleservizi.example";
    private static final Instant FROM = Instant.now().minus(Duration.ofDays(9));
    private static Locksmith locksmith;

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingMailKeys keeping;

    @Autowired
    private KeepingSealedSenders senders;

    @Autowired
    private MailKeyring keyring;

    private Cast cast;

    @BeforeAll
    static void somebody_makes_keys() {
        locksmith = Locksmith.of(ADDRESS, FROM, Instant.now().plus(Duration.ofDays(9)));
    }

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
        db.sql("delete from mail_key").update();
        db.sql("delete from sealed_sender").update();
    }

    @Test
    void a_certificate_with_its_key_is_added_and_its_public_part_handed_out() throws Exception {
        bring(locksmith.pkcs12("segreta"), "segreta").andExpect(status().isSeeOther());
        as(get("/admin/mail-keys"))
                .andExpect(content()
                        .string(allOf(
                                containsString(ADDRESS),
                                containsString("S/MIME · in uso"),
                                containsString("mai usata"),
                                containsString("finisce tra 8 giorni: serve una chiave nuova"),
                                not(containsString("scaduta")))));
        assertThat(keyring.smime(holder -> true))
                .singleElement()
                .satisfies(key -> assertThat(key.certificate().getEncoded())
                        .isEqualTo(locksmith.certificate().getEncoded()));

        var file = download();
        var certificate = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(file.getBytes(UTF_8)));
        assertThat(certificate).isEqualTo(locksmith.certificate());
        assertThat(file).doesNotContain("PRIVATE");
    }

    @Test
    void a_secret_key_of_openpgp_is_added_and_its_public_part_handed_out() throws Exception {
        bring(locksmith.armoured().getBytes(UTF_8), "segreta").andExpect(status().isSeeOther());
        as(get("/admin/mail-keys")).andExpect(content().string(containsString("OpenPGP · in uso")));
        assertThat(only().addresses()).containsExactly(ADDRESS);
        assertThat(only().until()).isNotNull();
        assertThat(keyring.openPgp(number -> true)).hasSize(2);

        var file = download();
        assertThat(file).startsWith("-----BEGIN PGP PUBLIC KEY BLOCK-----");
        var keys = new BcPGPObjectFactory(PGPUtil.getDecoderStream(new ByteArrayInputStream(file.getBytes(UTF_8))));
        assertThat(keys.nextObject()).isInstanceOf(PGPPublicKeyRing.class);
        assertThat(keys.nextObject()).isNull();
    }

    @Test
    void a_file_has_so_many_bytes() throws Exception {
        var armoured = locksmith.armoured();
        Edge.of("mailkey/KeepingMailKeys.LARGEST").isTheLast(size -> {
            db.sql("delete from mail_key").update();
            var file = (armoured + "\n".repeat(size - armoured.length())).getBytes(UTF_8);
            return keeping.add(file, "segreta", cast.as(ANNA).authority()) instanceof Outcome.Done;
        });
    }

    @Test
    void a_secret_key_of_openpgp_that_is_good_for_longer_takes_the_place_of_what_it_was() throws Exception {
        bring(locksmith.armoured().getBytes(UTF_8), "segreta").andExpect(status().isSeeOther());
        var until = Objects.requireNonNull(only().until());
        var longer = locksmith.renewed(ADDRESS, FROM, FROM.plusSeconds(60), until.plus(Duration.ofDays(9)));
        bring(longer.armoured().getBytes(UTF_8), "segreta").andExpect(status().isSeeOther());
        assertThat(keeping.all()).hasSize(1);
        assertThat(only().until()).isEqualTo(until.plus(Duration.ofDays(9)));
        assertThat(keyring.openPgp(number -> true)).hasSize(2);
        bring(locksmith.armoured().getBytes(UTF_8), "segreta").andExpect(status().isUnprocessableContent());
        assertThat(only().until()).as("not back again").isEqualTo(until.plus(Duration.ofDays(9)));
    }

    @Test
    void what_is_amiss_is_said_at_its_field() throws Exception {
        for (var file :
                List.of(locksmith.pkcs12("segreta"), locksmith.armoured().getBytes(UTF_8))) {
            var page = refused(file, "sbagliata", "Con questa password il file non si apre.");
            assertThat(page.indexOf("name=\"password\"")).isLessThan(page.indexOf("class=\"refusal\""));
        }
        var noKey = "Nel file non c’è nessuna chiave privata";
        var page = refused(locksmith.pkcs12WithoutKey("segreta"), "segreta", noKey);
        assertThat(page.indexOf("class=\"refusal\"")).isLessThan(page.indexOf("name=\"password\""));
        refused(locksmith.armouredPublicKey().getBytes(UTF_8), "segreta", noKey);
        refused("Buongiorno".getBytes(UTF_8), "segreta", "non è né PKCS#12 né");
        refused("-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nabc".getBytes(UTF_8), "segreta", "non è né PKCS#12 né");
        refused(new byte[0], "segreta", "Scelga il file della chiave.");
        refused(new byte[KeepingMailKeys.LARGEST + 1], "segreta", "non è né PKCS#12 né");
        assertThat(keeping.all()).isEmpty();
        bring(locksmith.pkcs12("segreta"), "segreta");
        refused(locksmith.pkcs12("altra"), "altra", "Questa chiave c’è già.");
    }

    @Test
    void a_key_that_is_over_is_taken_and_that_is_said() throws Exception {
        var over = Locksmith.onCurve(
                ADDRESS, Instant.now().minus(Duration.ofDays(9)), Instant.now().minus(Duration.ofDays(1)));
        bring(over.pkcs12("segreta"), "segreta").andExpect(status().isSeeOther());
        as(get("/admin/mail-keys")).andExpect(content().string(containsString("scaduta: apre ancora")));
        assertThat(keyring.smime(holder -> true)).hasSize(1);
    }

    @Test
    void a_key_is_taken_out_of_use_and_back_into_it() throws Exception {
        bring(locksmith.pkcs12("segreta"), "segreta");
        var address = "/admin/mail-keys/" + only().id();
        as(post(address).param("version", "0")).andExpect(status().isSeeOther());
        assertThat(keyring.smime(holder -> true)).isEmpty();
        as(get("/admin/mail-keys")).andExpect(content().string(containsString("fuori uso")));

        as(post(address).param("version", "0").param("valid", "true"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Nel frattempo qualcuno")));
        as(post(address).param("version", "1").param("valid", "true")).andExpect(status().isSeeOther());
        assertThat(keyring.smime(holder -> true)).hasSize(1);
        as(post("/admin/mail-keys/0").param("version", "0")).andExpect(status().isNotFound());
        as(get("/admin/mail-keys/0/certificate")).andExpect(status().isNotFound());
    }

    @Test
    void what_an_address_does_with_what_it_sends_is_decided_beside_its_keys() throws Exception {
        as(get("/admin/mail-keys")).andExpect(content().string(not(containsString("Mail in uscita"))));
        bring(locksmith.pkcs12("segreta"), "segreta");
        as(get("/admin/mail-keys")).andExpect(content().string(containsString("Mail in uscita")));
        as(decided("sign", 0).param("automatic", "true")).andExpect(status().isSeeOther());
        assertThat(senders.all()).containsExactly(new SealedSender(ADDRESS, SealedSender.Manner.SIGN, true, 1));
        as(decided("encrypt", 0))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Nel frattempo qualcuno ha cambiato questa scelta")));
        as(decided("encrypt", 1)).andExpect(status().isSeeOther());
        assertThat(senders.all()).containsExactly(new SealedSender(ADDRESS, SealedSender.Manner.ENCRYPT, false, 2));
        assertThat(db.sql(
                                "select changes::text from audit_line where topic = 'sealed_senders' order by no desc limit 1")
                        .query(String.class)
                        .single())
                .contains("sign", "encrypt");
        assertThat(senders.keep(senders.all().getFirst(), cast.as(LAURA).authority()))
                .isInstanceOf(Outcome.Refused.class);
        var stranger = new SealedSender("altro@valleservizi.example", SealedSender.Manner.SIGN, false, 0);
        assertThat(senders.keep(stranger, cast.as(ANNA).authority())).isInstanceOf(Outcome.Refused.class);
    }

    private static MockHttpServletRequestBuilder decided(String manner, int version) {
        return post("/admin/mail-keys/senders")
                .param("address", ADDRESS)
                .param("manner", manner)
                .param("version", "" + version);
    }

    @Test
    void nothing_secret_is_kept_in_the_clear_or_told() throws Exception {
        bring(locksmith.pkcs12("parola-del-file"), "parola-del-file");
        bring(locksmith.armoured().getBytes(UTF_8), "segreta");
        for (var row : db.sql("select secret from mail_key").query(byte[].class).list())
            assertThat(new String(row, ISO_8859_1)).doesNotContainPattern("[A-Za-z0-9+/]{40}");
        var told = db.sql("select changes::text from audit_line where topic = 'mail_keys' order by no desc limit 2")
                .query(String.class)
                .list();
        assertThat(told)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains(ADDRESS)
                        .doesNotContain("parola-del-file", "segreta", "secret", "password"));
        as(get("/admin/mail-keys")).andExpect(content().string(not(containsString("parola-del-file"))));
    }

    @Test
    void the_use_case_asks_too_who_may() throws Exception {
        bring(locksmith.pkcs12("segreta"), "segreta");
        var by = cast.as(LAURA).authority();
        assertThat(keeping.add(locksmith.armoured().getBytes(UTF_8), "segreta", by))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.use(only().id(), 0, false, by).orElseThrow()).isInstanceOf(Outcome.Refused.class);
    }

    private KeptMailKey only() {
        return keeping.all().getFirst();
    }

    private String download() throws Exception {
        return as(get("/admin/mail-keys/" + only().id() + "/certificate"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", startsWith("attachment")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String refused(byte[] file, String password, String said) throws Exception {
        return bring(file, password)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(said)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private ResultActions bring(byte[] file, String password) throws Exception {
        var request = multipart("/admin/mail-keys")
                .file(new MockMultipartFile("file", "chiave", "application/octet-stream", file));
        return web.perform(request.param("password", password).with(LoggedIn.as(cast.as(ANNA), db)));
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
