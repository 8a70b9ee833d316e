package sportello.customer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ForgettingSql {
    private final JdbcClient db;

    ForgettingSql(JdbcClient db) {
        this.db = db;
    }

    boolean hold(CustomerUserId id) {
        return db.sql("select id from customer_user where id = :id and erased_at is null for update")
                .param("id", id.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    boolean isForgotten(CustomerUserId id) {
        return db.sql("select exists (select 1 from customer_user where id = :id and erased_at is not null)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** No mail ever reaches the top-level domain that stands for none (RFC 2606). */
    void forget(CustomerUserId id, String firstName, String lastName) {
        for (var table : new String[] {
            "customer_user_field", "customer_user_address", "customer_user_further_customer", "customer_right"
        })
            db.sql("delete from " + table + " where customer_user_id = :id")
                    .param("id", id.value())
                    .update();
        db.sql("""
                update customer_user
                   set login = 'erased-' || id, first_name = :firstName, last_name = :lastName,
                       email = 'erased-' || id || '@erased.invalid', phone = '', tax_code = '', language = 'it',
                       time_zone = 'Europe/Rome', theme = 'system', valid = false, erased_at = now(),
                       version = version + 1
                 where id = :id
                """)
                .param("id", id.value())
                .param("firstName", firstName)
                .param("lastName", lastName)
                .update();
    }
}
