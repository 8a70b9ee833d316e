package sportello.mail;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class HouseKeySql {
    /** In bytes. */
    private static final int LENGTH = 32;

    private final JdbcClient db;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    HouseKeySql(JdbcClient db) {
        this.db = db;
    }

    /** The key of this name; whoever asks first makes it, and it stays. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    byte[] key(String name) {
        var key = known.get(name);
        if (key != null) return key;
        return known.computeIfAbsent(name, this::made);
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
