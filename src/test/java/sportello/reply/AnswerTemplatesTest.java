package sportello.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.queue.QueueId;
import sportello.storage.Files;

@SportelloTest
@Transactional
class AnswerTemplatesTest {

    @Autowired
    AnswerTemplates templates;

    @Autowired
    Files files;

    @Autowired
    JdbcClient db;

    QueueId heating;
    QueueId lighting;

    @BeforeEach
    void two_queues() {
        var group = id("insert into permission_group (name) values ('reply test') returning id");
        heating = queue("Riscaldamento di prova", group);
        lighting = queue("Illuminazione di prova", group);
    }

    @Test
    void a_queue_offers_its_own_valid_templates_by_name() {
        var closing = template("Saluti finali", "Cordiali saluti", true, heating, lighting);
        var asking = template("altre informazioni", "Ci servono", true, heating);
        template("Vecchio modello", "non più", false, heating);
        template("Solo lampioni", "luce", true, lighting);

        assertThat(templates.of(heating, TemplateKind.ANSWER))
                .extracting(AnswerTemplate::id)
                .containsExactly(asking, closing);
    }

    @Test
    void a_template_of_another_queue_cannot_be_chosen() {
        var lamps = template("Solo lampioni", "luce", true, lighting);

        assertThat(templates.find(lamps, lighting, TemplateKind.ANSWER)).isPresent();
        assertThat(templates.find(lamps, heating, TemplateKind.ANSWER)).isEmpty();
    }

    @Test
    void it_is_filled_with_what_is_known_of_the_ticket() {
        template("Saluti", "Buongiorno {{name}},\nil ticket {{ticket.number}} {{boh}}", true, heating);

        var answer = templates
                .of(heating, TemplateKind.ANSWER)
                .getFirst()
                .filled(Map.of("name", "{{ticket.number}}", "ticket.number", "18"));

        assertThat(answer).isEqualTo("Buongiorno {{ticket.number}},\nil ticket 18 «boh?»");
    }

    @Test
    void each_form_is_offered_what_fits_it() {
        var call = template("Sentito", "Chi", true, heating);
        db.sql("update answer_template set kinds = '{call,note}' where id = :id")
                .param("id", call.value())
                .update();

        assertThat(templates.of(heating, TemplateKind.CALL))
                .extracting(AnswerTemplate::id)
                .containsExactly(call);
        assertThat(templates.of(heating, TemplateKind.NOTE)).hasSize(1);
        assertThat(templates.of(heating, TemplateKind.ANSWER)).isEmpty();
        assertThat(templates.find(call, heating, TemplateKind.MAIL)).isEmpty();
    }

    @Test
    void its_files_come_along_in_its_queues_only() {
        var template = template("Modulo", "Vedi allegato", true, heating);
        var file = files.keep(new ByteArrayInputStream("modulo".getBytes(UTF_8)));
        db.sql("""
                insert into answer_template_file (template_id, position, name, media_type, size, hash)
                values (:template, 1, 'modulo.txt', 'text/plain', :size, :hash)
                """)
                .param("template", template.value())
                .param("size", file.size())
                .param("hash", file.hash().bytes())
                .update();

        var brought = templates.of(heating, TemplateKind.ANSWER).getFirst().files();
        assertThat(brought).extracting(TemplateFile::name).containsExactly("modulo.txt");
        var ids = List.of(brought.getFirst().id());
        assertThat(templates.files(ids, List.of(heating))).isEqualTo(brought);
        assertThat(templates.files(ids, List.of(lighting))).isEmpty();
    }

    private QueueId queue(String name, long group) {
        return new QueueId(db.sql("insert into queue (name, group_id) values (:name, :group) returning id")
                .param("name", name)
                .param("group", group)
                .query(Long.class)
                .single());
    }

    private AnswerTemplateId template(String name, String body, boolean valid, QueueId... queues) {
        var id = db.sql("insert into answer_template (name, body, valid) values (:name, :body, :valid) returning id")
                .param("name", name)
                .param("body", body)
                .param("valid", valid)
                .query(Long.class)
                .single();
        List.of(queues)
                .forEach(queue -> db.sql("insert into answer_template_queue values (:template, :queue)")
                        .param("template", id)
                        .param("queue", queue.value())
                        .update());
        return new AnswerTemplateId(id);
    }

    private long id(String insert) {
        return db.sql(insert).query(Long.class).single();
    }
}
