package sportello.customer;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All customers and their people at once, for a file that may speak of each of them. */
@Component
class ImportSql {
    private final JdbcClient db;

    ImportSql(JdbcClient db) {
        this.db = db;
    }

    /** Until the transaction ends nobody else enters or corrects customers and their people; reading goes on. */
    void keepAlone() {
        db.sql("lock table customer, customer_user in share row exclusive mode").update();
    }

    List<Customer> customers() {
        return db.sql("""
                select id, code, name, street, zip, city, owner_id, responsible_id, valid, version
                  from customer
                 order by id
                """).query(CustomerSql::customer).list();
    }

    List<CustomerUser> people() {
        return db.sql("""
                select id, login, customer_id, first_name, last_name, email, phone, language, time_zone, valid, confirmed,
                       tax_code, version
                  from customer_user
                 order by id
                """).query(CustomerSql::customerUser).list();
    }

    /** What is the person's own customer is no further one. */
    void tidy(CustomerUserId id, CustomerId own) {
        db.sql("delete from customer_user_further_customer where customer_user_id = :id and customer_id = :own")
                .param("id", id.value())
                .param("own", own.value())
                .update();
    }
}
