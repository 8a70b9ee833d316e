package sportello.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.agent.CompanyDetails;
import sportello.agent.KeepingCompany;
import sportello.base.Outcome;

/** The company, but for its logo. */
@Component
class CompanySection implements Section<CompanyDetails> {
    private final KeepingCompany keeping;

    CompanySection(KeepingCompany keeping) {
        this.keeping = keeping;
    }

    @Override
    public Part part() {
        return Part.COMPANY;
    }

    @Override
    public CompanyDetails blank() {
        return new CompanyDetails("", "", "", "", "", "", "");
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public List<CompanyDetails> all() {
        var company = keeping.get();
        var accent = company.accent();
        return List.of(new CompanyDetails(
                company.name(),
                company.address(),
                company.email(),
                company.phone(),
                company.url(),
                company.footer(),
                accent == null ? "" : accent.hex()));
    }

    @Override
    public Outcome<?> keep(@Nullable CompanyDetails before, CompanyDetails wanted, Authority by) {
        return keeping.correct(keeping.version(), wanted, null, false, by);
    }
}
