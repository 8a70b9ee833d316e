package sportello.customer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.agent.GroupId;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.CleanText;
import sportello.base.Outcome;

/** Administrators say which customers, and which people of theirs, see requests in a reserved group. */
@Component
public class KeepingCustomerRights {
    private final CustomerRightSql sql;
    private final CustomerSql customers;
    private final Book book;

    KeepingCustomerRights(CustomerRightSql sql, CustomerSql customers, Book book) {
        this.sql = sql;
        this.customers = customers;
        this.book = book;
    }

    /** A right as the book tells of it. */
    private record Written(String group, String holder, boolean writes, boolean ours) {
        static Written of(CustomerRight right) {
            return new Written(
                    right.groupName(), right.name() + " (" + right.sign() + ")", right.writes(), right.ours());
        }
    }

    private record Holder(
            @Nullable CustomerId customer, @Nullable CustomerUserId person) {}

    /**
     * Whoever has a right in the group already has this one instead.
     *
     * @param holder the code of a customer, or the e-mail address of a person
     */
    @Transactional
    public Outcome<CustomerRight> give(GroupId group, String holder, boolean writes, boolean ours, Authority by) {
        if (!by.administrator()) return Outcome.refused("customer_rights.administer");
        var typed = CleanText.line(holder);
        if (CleanText.isBlank(typed)) return Outcome.refused("customer_rights.holder");
        var named = named(typed);
        if (named == null) return Outcome.refused("customer_rights.unknown", typed);
        if (!sql.keepAlone(group)) return Outcome.refused("customer_rights.group");
        var before = sql.held(group, named.customer(), named.person()).orElse(null);
        if (before == null) sql.insert(group, named.customer(), named.person(), writes, ours);
        else sql.update(before.id(), writes, ours);
        var now = sql.held(group, named.customer(), named.person()).orElseThrow();
        write(now.id(), before, now);
        return Outcome.done(now);
    }

    /** @return whose it was; whoever took it before has done the same */
    @Transactional
    public Outcome<String> take(GroupId group, long id, Authority by) {
        if (!by.administrator()) return Outcome.refused("customer_rights.administer");
        sql.keepAlone(group);
        var before = sql.find(group, id).orElse(null);
        if (before == null) return Outcome.refused("customer_rights.gone");
        sql.delete(id);
        write(id, before, null);
        return Outcome.done(before.name());
    }

    private void write(long id, @Nullable CustomerRight before, @Nullable CustomerRight now) {
        var told = now == null ? before : now;
        if (told == null) return;
        book.write(
                Topic.CUSTOMER_RIGHTS,
                id,
                told.groupName() + ": " + told.name(),
                before == null ? null : Written.of(before),
                now == null ? null : Written.of(now));
    }

    private @Nullable Holder named(String typed) {
        return customers
                .byCode(typed)
                .map(customer -> new Holder(customer.id(), null))
                .or(() -> customers.byAddress(typed).map(person -> new Holder(null, person.id())))
                .orElse(null);
    }
}
