package sportello.customer;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.agent.GroupId;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.field.Named;

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

    /** @param code of a customer */
    public record Wanted(String code, boolean writes, boolean ours) {}

    /**
     * Whoever has a right in the group already has this one instead.
     *
     * @param holder the code of a customer or the e-mail address of a person, alone or in brackets behind the name
     */
    @Transactional
    public Outcome<CustomerRight> give(GroupId group, String holder, boolean writes, boolean ours, Authority by) {
        if (!by.administrator()) return Outcome.refused("customer_rights.administer");
        var typed = CleanText.line(holder);
        if (CleanText.isBlank(typed)) return Outcome.refused("customer_rights.holder");
        var named = named(typed);
        if (named == null) return Outcome.refused("customer_rights.unknown", typed);
        if (!sql.keepAlone(group)) return Outcome.refused("customer_rights.group");
        return Outcome.done(given(group, named, writes, ours));
    }

    private CustomerRight given(GroupId group, Holder holder, boolean writes, boolean ours) {
        var before = sql.held(group, holder.customer(), holder.person()).orElse(null);
        if (before == null) sql.insert(group, holder.customer(), holder.person(), writes, ours);
        else sql.update(before.id(), writes, ours);
        var now = sql.held(group, holder.customer(), holder.person()).orElseThrow();
        write(now.id(), before, now);
        return now;
    }

    /** These are from now on the rights of customers in the group, and no others; those of single people stay. */
    @Transactional
    public Outcome<GroupId> keep(GroupId group, List<Wanted> wanted, Authority by) {
        if (!by.administrator()) return Outcome.refused("customer_rights.administer");
        if (!sql.keepAlone(group)) return Outcome.refused("customer_rights.group");
        var held = new TreeMap<String, CustomerRight>(String.CASE_INSENSITIVE_ORDER);
        for (var right : sql.in(group)) if (right.customer() != null) held.put(right.sign(), right);
        var unknown = wanted.stream()
                .map(Wanted::code)
                .filter(code ->
                        !held.containsKey(code) && customers.byCode(code).isEmpty())
                .findFirst();
        if (unknown.isPresent()) return Outcome.refused("customer_rights.no_customer", unknown.get());
        var gone = new TreeMap<>(held);
        for (var one : wanted) {
            gone.remove(one.code());
            var present = held.get(one.code());
            var customer =
                    present == null ? customers.byCode(one.code()).orElseThrow().id() : present.customer();
            given(group, new Holder(customer, null), one.writes(), one.ours());
        }
        gone.values().forEach(this::taken);
        return Outcome.done(group);
    }

    /** @return whose it was; whoever took it before has done the same */
    @Transactional
    public Outcome<String> take(GroupId group, long id, Authority by) {
        if (!by.administrator()) return Outcome.refused("customer_rights.administer");
        sql.keepAlone(group);
        var before = sql.find(group, id).orElse(null);
        if (before == null) return Outcome.refused("customer_rights.gone");
        taken(before);
        return Outcome.done(before.name());
    }

    private void taken(CustomerRight right) {
        sql.delete(right.id());
        write(right.id(), right, null);
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
        return Stream.of(typed, Named.keyIn(typed))
                .flatMap(sign -> customers
                        .byCode(sign)
                        .map(customer -> new Holder(customer.id(), null))
                        .or(() -> customers.byAddress(sign).map(person -> new Holder(null, person.id())))
                        .stream())
                .findFirst()
                .orElse(null);
    }
}
