package sportello.customer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.LoginName;
import sportello.base.Refusal;

/** Sees to it that nobody enters by a name that is somebody else's, or reads as if it were. */
@Component
class Naming {
    private final NamesSql sql;

    Naming(NamesSql sql) {
        this.sql = sql;
    }

    /**
     * Why the person cannot have these names. Those that somebody has had since before are never objected to.
     *
     * @param before the person as it was, null for somebody new
     */
    Optional<Refusal> objection(CustomerUserDetails details, @Nullable CustomerUser before) {
        return taxed(details, before).or(() -> named(details, before));
    }

    /** Of the valid, nobody has the tax code of another: by it, a provider may say who somebody is. */
    private Optional<Refusal> taxed(CustomerUserDetails details, @Nullable CustomerUser before) {
        if (details.taxCode().isEmpty() || !details.valid()) return Optional.empty();
        return sql.taxed(details.taxCode())
                .filter(other -> before == null || !other.id().equals(before.id()))
                .map(other -> new Refusal("tax_code.known", other.name()));
    }

    private Optional<Refusal> named(CustomerUserDetails details, @Nullable CustomerUser before) {
        if (before != null && details.isCalledLike(before)) return Optional.empty();
        var known = sql.person(details)
                .filter(other -> before == null || !other.id().equals(before.id()));
        return known.map(other -> new Refusal("customer_user.known", other.name()))
                .or(() -> unfit(details));
    }

    /** What is wrong with the names whoever else there is among customers' people. */
    Optional<Refusal> unfit(CustomerUserDetails details) {
        if (!LoginName.isOfOneScript(details.login()))
            return Optional.of(new Refusal("customer_user.script", details.login()));
        return sql.isAgents(details)
                ? Optional.of(new Refusal("customer_user.agent", details.login()))
                : Optional.empty();
    }
}
