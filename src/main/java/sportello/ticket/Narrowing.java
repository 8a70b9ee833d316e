package sportello.ticket;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a list leaves out beside queue and state; where nothing is said, nothing is left out.
 *
 * @param customer the code of the organisation
 * @param locked true for the locked ones only, false for the free ones
 * @param type the id of a type
 * @param service the id of a service; those below it count too
 * @param title words that all stand in the title, or parts of them
 */
public record Narrowing(
        @Nullable Priority priority,
        @Nullable OwnedBy owner,
        @Nullable String customer,
        @Nullable Boolean locked,
        @Nullable OwnedBy responsible,
        @Nullable String title,
        @Nullable Status state,
        @Nullable Long type,
        @Nullable Long service) {

    private static final int MOST_WORDS = 8;

    public static final Narrowing NONE = new Narrowing(null, null, null, null);

    public Narrowing(
            @Nullable Priority priority, @Nullable OwnedBy owner, @Nullable String customer, @Nullable Boolean locked) {
        this(priority, owner, customer, locked, null, null, null);
    }

    public Narrowing(
            @Nullable Priority priority,
            @Nullable OwnedBy owner,
            @Nullable String customer,
            @Nullable Boolean locked,
            @Nullable OwnedBy responsible,
            @Nullable String title,
            @Nullable Status state) {
        this(priority, owner, customer, locked, responsible, title, state, null, null);
    }

    public Narrowing ofAnyPriority() {
        return new Narrowing(null, owner, customer, locked, responsible, title, state, type, service);
    }

    public Narrowing ofAnyOwner() {
        return new Narrowing(priority, null, customer, locked, responsible, title, state, type, service);
    }

    public Narrowing ofAnyCustomer() {
        return new Narrowing(priority, owner, null, locked, responsible, title, state, type, service);
    }

    public Narrowing lockedOrNot() {
        return new Narrowing(priority, owner, customer, null, responsible, title, state, type, service);
    }

    public Narrowing ofAnyResponsible() {
        return new Narrowing(priority, owner, customer, locked, null, title, state, type, service);
    }

    public Narrowing ofAnyTitle() {
        return new Narrowing(priority, owner, customer, locked, responsible, null, state, type, service);
    }

    public Narrowing inAnyState() {
        return new Narrowing(priority, owner, customer, locked, responsible, title, null, type, service);
    }

    public Narrowing ofAnyType() {
        return new Narrowing(priority, owner, customer, locked, responsible, title, state, null, service);
    }

    public Narrowing forAnyService() {
        return new Narrowing(priority, owner, customer, locked, responsible, title, state, type, null);
    }

    /** Whether the tickets are found by a person, an organisation, a type or a service rather than by their queue. */
    boolean isNarrow() {
        return customer != null
                || title != null
                || type != null
                || service != null
                || isSomebody(owner)
                || isSomebody(responsible);
    }

    /** The condition with this as well; {@code :me} is the agent who looks. */
    Where added(Where to) {
        var where = to;
        if (priority != null) where = where.and("t.priority = :priority").with("priority", priority.level());
        if (customer != null) {
            where = where.and("t.customer_id = (select c.id from customer c where lower(c.code) = lower(:customer))")
                    .with("customer", customer);
        }
        if (locked != null) where = where.and(locked ? "t.locked_at is not null" : "t.locked_at is null");
        if (title != null) where = titled(where, title);
        if (type != null) where = where.and(ChoiceList.TYPES.said(":type")).with("type", type);
        if (service != null)
            where = where.and(ChoiceList.SERVICES.said(":service")).with("service", service);
        if (state != null) where = where.and(state.column() + " = :stateId").with("stateId", state.row());
        return person(person(where, "owner", owner), "responsible", responsible);
    }

    private static boolean isSomebody(@Nullable OwnedBy person) {
        return person != null && !(person instanceof OwnedBy.Nobody);
    }

    /** Each word a condition of its own, so that the index of titles is asked; its signs are signs. */
    private static Where titled(Where to, String title) {
        var where = to;
        var place = 0;
        for (var word : Stream.of(title.strip().split("\\s+")).limit(MOST_WORDS).toList()) {
            var name = "title" + place++;
            where = where.and("folded(t.title) like folded(:" + name + ")")
                    .with(name, "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%");
        }
        return where;
    }

    /** @param role the column without its end, and the name of the parameter */
    private static Where person(Where where, String role, @Nullable OwnedBy person) {
        var column = "t." + role + "_id";
        return switch (person) {
            case OwnedBy.Me() -> where.and(column + " = :me");
            case OwnedBy.Nobody() -> where.and(column + " is null");
            case OwnedBy.Somebody(var agent) ->
                where.and(column + " = :" + role).with(role, agent.value());
            case null -> where;
        };
    }
}
