package sportello.postmaster;

import org.springframework.stereotype.Component;
import sportello.customer.Customers;

/** Who of the customers' people writes; somebody whom the house does not know is kept as such. */
@Component
class WhoAsks implements Step {
    private final Customers customers;

    WhoAsks(Customers customers) {
        this.customers = customers;
    }

    @Override
    public Next take(Course course) {
        var sender = course.sender();
        if (sender == null) return Step.goOn(course.noting("asker_unknown", ""));
        return customers
                .byAddress(sender.address())
                .map(user -> Step.goOn(course.by(user).noting("asker", user.name())))
                .orElseGet(() -> Step.goOn(course.noting("asker_unknown", sender.address())));
    }
}
