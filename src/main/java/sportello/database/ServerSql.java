package sportello.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is said to the embedded server as its keeper, before the desk logs in. */
final class ServerSql {

    private static final Logger log = LoggerFactory.getLogger(ServerSql.class);

    private final JdbcClient db;

    ServerSql(Access keeper) {
        this.db = JdbcClient.create(Pool.direct(keeper));
    }

    /** Makes the desk's role and its database if they are not there; the role owns them and may do nothing else. */
    void prepare(String name, String password) {
        if (isMissing("select 1 from pg_roles where rolname = :name", name))
            db.sql("create role " + name + " login password '" + password + "'").update();
        if (isMissing("select 1 from pg_database where datname = :name", name))
            db.sql("create database " + name + " owner " + name).update();
    }

    private boolean isMissing(String question, String name) {
        return db.sql(question).param("name", name).query().listOfRows().isEmpty();
    }

    /** New binaries may bring another ICU, which may sort differently: indexes on text are then built anew. */
    void mendCollations(String database) {
        var changed =
                db.sql("""
                        select datcollversion is distinct from pg_database_collation_actual_version(oid)
                          from pg_database
                         where datname = :database
                        """).param("database", database).query(Boolean.class).single();
        if (!changed) return;
        log.info("The rules of sorting have changed, building the indexes anew");
        db.sql("reindex database " + database).update();
        db.sql("alter database " + database + " refresh collation version").update();
    }
}
