package sportello.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import sportello.SportelloTest;

@SportelloTest
class FilesTest implements FilesContract {

    @Autowired
    Files files;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PlatformTransactionManager transactions;

    @Override
    public Files files() {
        return files;
    }

    @Test
    void a_file_commits_with_the_ticket_it_belongs_to_or_not_at_all() {
        var hash = transaction.execute(status -> {
            status.setRollbackOnly();
            return files.keep(new ByteArrayInputStream("mai arrivato".getBytes(UTF_8)))
                    .hash();
        });

        assertThatThrownBy(() -> files.open(hash)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void bytes_to_which_nothing_refers_can_be_forgotten() {
        var hash = files.keep(stream("per poco")).hash();
        files.forget(hash);
        assertThatThrownBy(() -> files.open(hash)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void bytes_that_somebody_is_about_to_refer_to_are_not_forgotten() throws IOException {
        var hash = files.keep(stream("conteso")).hash();
        transaction.executeWithoutResult(status -> {
            files.keep(stream("conteso"));
            assertThatThrownBy(() -> forgetImpatiently(hash)).hasMessageContaining("lock timeout");
        });
        assertThat(files.open(hash)).hasContent("conteso");
    }

    private void forgetImpatiently(Hash hash) {
        var another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        another.executeWithoutResult(status -> {
            db.sql("set local lock_timeout = '1ms'").update();
            files.forget(hash);
        });
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    @Test
    void a_big_file_is_written_and_read_in_small_pieces() {
        var hash = files.keep(new Noise(3, FIFTY_MEGABYTES)).hash();

        var pieces = db.sql("select length(bytes) from blob_chunk where hash = :hash order by no")
                .param("hash", hash.bytes())
                .query(Integer.class)
                .list();
        assertThat(pieces).hasSize(FIFTY_MEGABYTES / BlobSql.CHUNK).containsOnly(BlobSql.CHUNK);
    }
}
