package sportello.customer;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;

/** Writes customers and customer users. */
@Component
class RegisterSql {
    private final JdbcClient db;

    RegisterSql(JdbcClient db) {
        this.db = db;
    }

    record Known<T>(T id, String name) {}

    Optional<Known<CustomerId>> customerCoded(String code) {
        return db.sql("select id, name from customer where lower(code) = lower(:code)")
                .param("code", code)
                .query((row, number) -> new Known<>(new CustomerId(row.getLong("id")), row.getString("name")))
                .optional();
    }

    CustomerId insert(CustomerDetails details) {
        return new CustomerId(
                db.sql("""
                insert into customer (code, name, street, zip, city, owner_id, responsible_id, valid)
                values (:code, :name, :street, :zip, :city, :owner, :responsible, :valid)
                returning id
                """).params(parameters(details)).query(Long.class).single());
    }

    /** False if it was changed since. */
    boolean update(CustomerId id, int seen, CustomerDetails details) {
        return db.sql("""
                update customer
                   set code = :code, name = :name, street = :street, zip = :zip, city = :city, owner_id = :owner,
                       responsible_id = :responsible, valid = :valid, version = version + 1
                 where id = :id
                   and version = :seen
                """)
                        .params(parameters(details))
                        .param("id", id.value())
                        .param("seen", seen)
                        .update()
                == 1;
    }

    CustomerUserId insert(CustomerUserDetails details, CustomerId customer, boolean confirmed) {
        return new CustomerUserId(db.sql("""
                insert into customer_user (login, customer_id, first_name, last_name, email, phone, language, time_zone,
                                           valid, confirmed, tax_code)
                select :login, :customer, :firstName, :lastName, :email, :phone, :language,
                       coalesce(time_zone, 'Europe/Rome'), :valid, :confirmed, :taxCode
                  from company
                returning id
                """)
                .params(parameters(details))
                .param("customer", customer.value())
                .param("confirmed", confirmed)
                .query(Long.class)
                .single());
    }

    /** False if it was changed since. */
    boolean update(CustomerUserId id, int seen, CustomerUserDetails details, CustomerId customer) {
        return db.sql("""
                update customer_user
                   set login = :login, customer_id = :customer, first_name = :firstName, last_name = :lastName,
                       email = :email, phone = :phone, language = :language, valid = :valid, tax_code = :taxCode,
                       version = version + 1
                 where id = :id
                   and version = :seen
                   and erased_at is null
                """)
                        .params(parameters(details))
                        .param("customer", customer.value())
                        .param("id", id.value())
                        .param("seen", seen)
                        .update()
                == 1;
    }

    void confirm(CustomerUserId id) {
        db.sql("update customer_user set confirmed = true where id = :id")
                .param("id", id.value())
                .update();
    }

    /** The person asks for these customers too. */
    void ask(CustomerUserId id, Collection<CustomerId> further) {
        db.sql("""
                insert into customer_user_further_customer (customer_user_id, customer_id)
                select :id, c.id
                  from customer c
                 where c.id = any(:further)
                """)
                .param("id", id.value())
                .param("further", further.stream().map(CustomerId::value).toArray(Long[]::new))
                .update();
    }

    /** The person asks for the own customer only. */
    void forget(CustomerUserId id) {
        db.sql("delete from customer_user_further_customer where customer_user_id = :id")
                .param("id", id.value())
                .update();
    }

    boolean hasAccount(CustomerUserId id) {
        return db.sql("select exists (select 1 from account where customer_user_id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    private static Map<String, @Nullable Object> parameters(CustomerDetails details) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("code", details.code());
        parameters.put("name", details.name());
        parameters.put("street", details.street());
        parameters.put("zip", details.zip());
        parameters.put("city", details.city());
        parameters.put("owner", value(details.owner()));
        parameters.put("responsible", value(details.responsible()));
        parameters.put("valid", details.valid());
        return parameters;
    }

    private static @Nullable Long value(@Nullable AgentId agent) {
        return agent == null ? null : agent.value();
    }

    private static Map<String, Object> parameters(CustomerUserDetails details) {
        return Map.of(
                "login", details.login(),
                "firstName", details.firstName(),
                "lastName", details.lastName(),
                "email", details.email(),
                "phone", details.phone(),
                "language", details.language().code(),
                "valid", details.valid(),
                "taxCode", details.taxCode());
    }
}
