package sportello.ticket;

import org.jspecify.annotations.Nullable;

/**
 * What a list leaves out beside queue and state; where nothing is said, nothing is left out.
 *
 * @param customer the code of the organisation
 * @param locked true for the locked ones only, false for the free ones
 */
public record Narrowing(
        @Nullable Priority priority,
        @Nullable OwnedBy owner,
        @Nullable String customer,
        @Nullable Boolean locked) {

    public static final Narrowing NONE = new Narrowing(null, null, null, null);

    /** Whether the tickets are found by a person or an organisation rather than by their queue. */
    boolean isNarrow() {
        return customer != null || owner != null && !(owner instanceof OwnedBy.Nobody);
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
        return switch (owner) {
            case OwnedBy.Me() -> where.and("t.owner_id = :me");
            case OwnedBy.Nobody() -> where.and("t.owner_id is null");
            case OwnedBy.Somebody(var agent) -> where.and("t.owner_id = :owner").with("owner", agent.value());
            case null -> where;
        };
    }
}
