package sportello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.LAURA;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;

/** From whom letters come: to customers and others from the queue, to the desk from the house. */
@SportelloTest
@Transactional
class SendersTest {
    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    @Test
    void a_queue_with_an_address_writes_from_it_and_with_its_name() {
        Cast.onStage(db);
        reach();
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        library.mailed("ditta@neri.example", "", false, LAURA);

        assertThat(senders(library, "ditta@neri.example"))
                .containsOnly("Valle Servizi Energia <energia@valle.example>");
        assertThat(senders(library, address(library)))
                .isNotEmpty()
                .containsOnly("Valle Servizi Energia <energia@valle.example>");
        assertThat(senders(library, "carla.neri@valleservizi.example"))
                .isNotEmpty()
                .containsOnly("the house");
    }

    @Test
    void a_queue_without_one_leaves_it_to_the_house() {
        var library = Story.ofTheLibrary(beans);
        assertThat(senders(library, address(library))).isNotEmpty().containsOnly("the house");
    }

    private void reach() {
        db.sql("insert into queue_address (queue_id, position, address) select id, 1, 'energia@valle.example' "
                        + "from queue where name = 'Energia'")
                .update();
        db.sql("update queue set sender_name = 'Valle Servizi Energia' where name = 'Energia'")
                .update();
    }

    private String address(Story story) {
        return db.sql("""
                select u.email from ticket t join customer_user u on u.id = t.customer_user_id where t.id = :id
                """)
                .param("id", story.id().value())
                .query((row, number) -> row.getString("email"))
                .single();
    }

    private List<String> senders(Story story, String to) {
        return db.sql("""
                select coalesce(sender_name || ' <' || sender_address || '>', 'the house') as sender
                  from letter
                 where to_address = :to
                   and subject like '%' || :number || '%'
                """)
                .param("to", to)
                .param("number", story.number().value())
                .query((row, number) -> row.getString("sender"))
                .list();
    }
}
