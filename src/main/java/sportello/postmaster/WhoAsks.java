package sportello.postmaster;

import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.customer.CustomerUser;
import sportello.customer.Customers;

/**
 * Who of the customers' people asks: whom a trusted header names, as forms on the web do for those who fill them in, or else
 * whoever writes. Somebody whom the house does not know is kept as such.
 */
@Component
class WhoAsks implements Step {
    /** By its name for logging in or an address, behind the prefix of headers of ours. */
    static final String HEADER = "customeruser";

    private final Customers customers;

    WhoAsks(Customers customers) {
        this.customers = customers;
    }

    @Override
    public Next take(Course course) {
        var named = named(course);
        if (named.isPresent()) return Step.goOn(asking(course, "asker_named", named.get()));
        var sender = course.sender();
        if (sender == null) return Step.goOn(course.noting("asker_unknown", ""));
        return customers
                .byAddress(sender.address())
                .map(user -> Step.goOn(asking(course, "asker", user)))
                .orElseGet(() -> Step.goOn(course.noting("asker_unknown", sender.address())));
    }

    private Optional<CustomerUser> named(Course course) {
        return TrustedHeaders.value(course, HEADER).flatMap(customers::called);
    }

    private static Course asking(Course course, String key, CustomerUser user) {
        return course.by(user).noting(key, user.name());
    }
}
