package sportello.agent;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.mail.Accent;
import sportello.mail.Company;
import sportello.mail.Logo;
import sportello.mail.OurCompany;

/** Administrators keep what the company puts on every letter, page and printout. */
@Component
public class KeepingCompany {
    private final OurCompany company;
    private final Book book;

    KeepingCompany(OurCompany company, Book book) {
        this.company = company;
        this.book = book;
    }

    /** The company as the book tells of it; of the logo only that there is another. */
    private record Written(
            String name,
            String address,
            String email,
            String phone,
            String url,
            String footer,
            @Nullable Accent accent,
            Language language,
            ZoneId zone,
            String logo) {

        static Written of(Company company) {
            var logo = company.logo();
            return new Written(
                    company.name(),
                    company.address(),
                    company.email(),
                    company.phone(),
                    company.url(),
                    company.footer(),
                    company.accent(),
                    company.house().language(),
                    company.house().zone(),
                    logo == null
                            ? ""
                            : logo.type() + ", " + logo.bytes().length + " B, "
                                    + Integer.toHexString(java.util.Arrays.hashCode(logo.bytes())));
        }
    }

    public Company get() {
        return company.get();
    }

    /** Which correction of it this is. */
    public int version() {
        return company.version();
    }

    /**
     * From the next letter on.
     *
     * @param seen the version that was corrected
     * @param logo a new one, null to keep what there is
     * @param bare whether it shall have none any more
     */
    @Transactional
    public Outcome<String> correct(int seen, CompanyDetails typed, @Nullable Logo logo, boolean bare, Authority by) {
        if (!by.administrator()) return Outcome.refused("company.administer");
        var before = company.get();
        var kept = bare ? null : before.logo();
        return typed.with(logo == null ? kept : logo).then(now -> {
            if (!company.correct(seen, now)) return Outcome.refused("company.changed");
            book.write(Topic.COMPANY, "", now.name(), Written.of(before), Written.of(now));
            return Outcome.done(now.name());
        });
    }
}
