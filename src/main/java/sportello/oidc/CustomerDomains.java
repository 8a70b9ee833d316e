package sportello.oidc;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import sportello.base.Outcome;
import sportello.customer.Customer;
import sportello.customer.CustomerId;
import sportello.customer.Customers;

/** Reads which domain is which customer's, as administrators type it. */
@Component
public class CustomerDomains {
    private final Customers customers;

    CustomerDomains(Customers customers) {
        this.customers = customers;
    }

    /** Each domain with its customer. */
    public Outcome<Map<String, CustomerId>> known(List<String> lines) {
        var known = new TreeMap<String, CustomerId>();
        for (var line : lines) {
            switch (OidcDomain.read(line)) {
                case Outcome.Refused<OidcDomain>(var why) -> {
                    return new Outcome.Refused<>(why);
                }
                case Outcome.Done<OidcDomain>(var typed) -> {
                    var customer = customers.byCode(typed.customer()).filter(Customer::valid);
                    if (customer.isEmpty()) return Outcome.refused("oidc.domain.customer", typed.customer());
                    if (known.put(typed.domain(), customer.get().id()) != null)
                        return Outcome.refused("oidc.domain.twice", typed.domain());
                }
            }
        }
        return Outcome.done(known);
    }
}
