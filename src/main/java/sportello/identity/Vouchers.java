package sportello.identity;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sportello.oidc.OidcProvider;
import sportello.oidc.OidcTravel;
import sportello.oidc.Voucher;
import sportello.saml.SamlProvider;
import sportello.saml.SamlTravel;

/** The providers that the log-in page offers, whichever way they speak. */
@Component
public class Vouchers {
    private final OidcTravel oidc;
    private final SamlTravel saml;

    Vouchers(OidcTravel oidc, SamlTravel saml) {
        this.oidc = oidc;
        this.saml = saml;
    }

    public List<Voucher> offered() {
        return Stream.concat(
                        oidc.offered().stream().map(OidcProvider::voucher),
                        saml.offered().stream().map(SamlProvider::voucher))
                .toList();
    }
}
