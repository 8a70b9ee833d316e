package sportello.web.agent;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.cast.Place;
import sportello.identity.LoggedIn;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;

/** A house in which nothing can be said of tickets yet: neither of which type they are nor for which service. */
@SportelloTest
@Transactional
abstract class UnclassifiedHouse {
    private static final String TITLE = "Sala fredda";

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient db;

    @Autowired
    private Opening opening;

    Cast cast;

    @BeforeEach
    void nothing_can_be_said() {
        cast = Cast.onStage(db);
        db.sql("update ticket set type_id = null, service_id = null").update();
        db.sql("delete from ticket_type").update();
        db.sql("delete from service").update();
    }

    TicketNumber library(Caller who) {
        return LibraryStory.askedBy(cast.as(who), opening);
    }

    ResultActions see(Operator who, String address) throws Exception {
        return web.perform(get(address).with(LoggedIn.as(cast.as(who), db)));
    }

    /** @param said what the form says, by its field */
    ResultActions classify(Operator who, TicketNumber ticket, Map<String, Long> said) throws Exception {
        var form = post("/tickets/" + ticket + "/classes").param("version", version(ticket));
        said.forEach((field, id) -> form.param(field, id.toString()));
        return web.perform(form.with(LoggedIn.as(cast.as(who), db)));
    }

    private String version(TicketNumber ticket) {
        return db.sql("select version::text from ticket where number = :number")
                .param("number", ticket.value())
                .query(String.class)
                .single();
    }

    /** Laura opens a ticket for Giulia. */
    ResultActions open(String field, long id, String queue) throws Exception {
        return open(field, "" + id, queue);
    }

    ResultActions open(String field, String typed) throws Exception {
        return open(field, typed, plants());
    }

    private ResultActions open(String field, String typed, String queue) throws Exception {
        return web.perform(multipart("/tickets")
                .param("channel", "phone")
                .param(
                        "asker",
                        cast.id(GIULIA).value() + "-"
                                + cast.as(GIULIA).customer().value())
                .param("title", TITLE)
                .param("text", "La sala è fredda.")
                .param("queue", queue)
                .param(field, typed)
                .with(LoggedIn.as(cast.as(LAURA), db)));
    }

    String plants() {
        return "" + cast.id(Place.IMPIANTI).value();
    }

    /** Of those that are opened here: a job may open others meanwhile. */
    long tickets() {
        return db.sql("select count(*) from ticket where title = :title")
                .param("title", TITLE)
                .query(Long.class)
                .single();
    }

    long type(String name) {
        return db.sql("insert into ticket_type (name) values (:name) returning id")
                .param("name", name)
                .query(Long.class)
                .single();
    }
}
