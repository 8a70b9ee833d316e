package sportello.customer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.audit.Book;
import sportello.audit.Masked;
import sportello.audit.Topic;
import sportello.base.Language;
import sportello.field.FilledField;
import sportello.field.Reader;
import sportello.field.ValueText;
import sportello.mail.OurCompany;

/** What the book tells of customers and of their people: how they enter and for whom they ask decides who reads what. */
@Component
class RegisterBook {
    private final CustomerSql sql;
    private final Particulars particulars;
    private final Charges charges;
    private final OurCompany company;
    private final Book book;

    RegisterBook(CustomerSql sql, Particulars particulars, Charges charges, OurCompany company, Book book) {
        this.sql = sql;
        this.particulars = particulars;
        this.charges = charges;
        this.company = company;
        this.book = book;
    }

    /** A customer as the book tells of it. */
    record WrittenCustomer(
            String code,
            String name,
            String street,
            String zip,
            String city,
            String owner,
            String responsible,
            boolean valid,
            Map<String, String> particulars) {}

    /**
     * A person as the book tells of it, with the codes of the customers. Nobody can change the book, so of the tax code it says only
     * that it is another one: who a person was may be forgotten.
     */
    record WrittenPerson(
            String login,
            String customer,
            Set<String> further,
            String firstName,
            String lastName,
            String email,
            String phone,
            @Masked @Nullable String taxCode,
            Language language,
            boolean valid,
            boolean confirmed,
            Map<String, String> particulars) {
        @Override
        public String toString() {
            return "WrittenPerson";
        }
    }

    /** How it stands now; null where there is none. */
    @Nullable WrittenCustomer written(CustomerId id) {
        return sql.customer(id)
                .map(one -> new WrittenCustomer(
                        one.code(),
                        one.name(),
                        one.street(),
                        one.zip(),
                        one.city(),
                        charges.name(one.owner()),
                        charges.name(one.responsible()),
                        one.valid(),
                        said(particulars.of(id))))
                .orElse(null);
    }

    @Nullable WrittenPerson written(CustomerUserId id) {
        return sql.customerUser(id).map(this::written).orElse(null);
    }

    private WrittenPerson written(CustomerUser user) {
        var codes = sql.customers(sql.customersOf(user.id())).stream()
                .collect(Collectors.partitioningBy(
                        one -> one.id().equals(user.customer()),
                        Collectors.mapping(Customer::code, Collectors.toSet())));
        return new WrittenPerson(
                user.login(),
                String.join(", ", codes.getOrDefault(true, Set.of())),
                codes.getOrDefault(false, Set.of()),
                user.firstName(),
                user.lastName(),
                user.email(),
                user.phone(),
                user.taxCode().isEmpty() ? null : user.taxCode(),
                user.language(),
                user.valid(),
                user.confirmed(),
                said(particulars.of(user.id())));
    }

    /** @param before null for a new one */
    void write(CustomerId id, @Nullable WrittenCustomer before) {
        var now = written(id);
        if (now != null) book.write(Topic.CUSTOMERS, id.value(), now.name(), before, now);
    }

    /** @param before null for somebody new */
    void write(CustomerUserId id, @Nullable WrittenPerson before) {
        var now = written(id);
        if (now != null)
            book.write(Topic.CUSTOMER_USERS, id.value(), now.firstName() + " " + now.lastName(), before, now);
    }

    private Map<String, String> said(List<FilledField> filled) {
        var reader = Reader.of(company.house());
        return filled.stream()
                .collect(Collectors.toMap(
                        one -> one.field().in(reader.language()),
                        one -> ValueText.shown(one.value(), reader, "true", "false"),
                        (one, other) -> one));
    }
}
