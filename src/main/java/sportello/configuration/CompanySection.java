package sportello.configuration;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.agent.CompanyDetails;
import sportello.agent.KeepingCompany;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.mail.Company;
import sportello.mail.Logo;

/** The company with its logo. */
@Component
class CompanySection implements Section<CompanySection.Entry> {
    private static final int KILOBYTE = 1000;

    private final KeepingCompany keeping;

    CompanySection(KeepingCompany keeping) {
        this.keeping = keeping;
    }

    /** @param logo as an address that holds it all, {@code data:image/png;base64,…}; empty for none */
    record Entry(
            String name,
            String address,
            String email,
            String phone,
            String url,
            String footer,
            String accent,
            Language language,
            String zone,
            String logo) {

        static Entry of(Company company) {
            var accent = company.accent();
            var logo = company.logo();
            return new Entry(
                    company.name(),
                    company.address(),
                    company.email(),
                    company.phone(),
                    company.url(),
                    company.footer(),
                    accent == null ? "" : accent.hex(),
                    company.house().language(),
                    company.house().zone().getId(),
                    logo == null ? "" : Shapes.held(logo.type(), logo.bytes()));
        }

        CompanyDetails details() {
            return new CompanyDetails(name, address, email, phone, url, footer, accent, language, zone);
        }
    }

    @Override
    public Part part() {
        return Part.COMPANY;
    }

    @Override
    public Entry blank() {
        return Entry.of(keeping.get());
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public List<Entry> all() {
        return List.of(Entry.of(keeping.get()));
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        if (wanted.logo().isBlank()) return keeping.correct(keeping.version(), wanted.details(), null, true, by);
        var logo = logo(wanted.logo());
        return logo.isEmpty()
                ? Outcome.refused("company.logo", Logo.LARGEST / KILOBYTE, Logo.WIDEST)
                : keeping.correct(keeping.version(), wanted.details(), logo.get(), false, by);
    }

    private static Optional<Logo> logo(String held) {
        try {
            return Logo.of(Base64.getDecoder()
                    .decode(held.substring(held.indexOf(',') + 1).strip()));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
