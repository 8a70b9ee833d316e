package sportello.mail;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class HouseKeySql {
    /** In bytes. */
    private static final int LENGTH = 32;

    private final JdbcClient db;
    private final TransactionTemplate apart;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    HouseKeySql(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** The key of this name; whoever asks first makes it, and it stays, whatever becomes of what they do. */
    byte[] key(String name) {
        var key = known.get(name);
        return key != null ? key : known.computeIfAbsent(name, this::madeApart);
    }

    private byte[] madeApart(String name) {
        return Objects.requireNonNull(apart.execute(status -> made(name)));
    }

    private byte[] made(String name) {
        var fresh = new byte[LENGTH];
        new SecureRandom().nextBytes(fresh);
        db.sql("insert into house_key (name, key) values (:name, :key) on conflict do nothing")
                .param("name", name)
                .param("key", fresh)
                .update();
        return db.sql("select key from house_key where name = :name")
                .param("name", name)
                .query(byte[].class)
                .single();
    }
}
