package sportello.web.admin;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import sportello.agent.CompanyDetails;
import sportello.base.Language;
import sportello.mail.Company;
import sportello.mail.House;

/**
 * The company as somebody typed it.
 *
 * @param bare whether the logo shall go
 */
public record CompanyForm(
        @Nullable Integer version,
        String name,
        String address,
        String email,
        String phone,
        String url,
        String footer,
        String accent,
        @Nullable String language,
        @Nullable String zone,
        @Nullable MultipartFile logo,
        @Nullable Boolean bare) {

    public CompanyForm(
            @Nullable Integer version,
            @Nullable String name,
            @Nullable String address,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String url,
            @Nullable String footer,
            @Nullable String accent,
            @Nullable String language,
            @Nullable String zone,
            @Nullable MultipartFile logo,
            @Nullable Boolean bare) {
        this.version = version;
        this.name = text(name);
        this.address = text(address);
        this.email = text(email);
        this.phone = text(phone);
        this.url = text(url);
        this.footer = text(footer);
        this.accent = text(accent);
        this.language = language;
        this.zone = zone;
        this.logo = logo;
        this.bare = bare;
    }

    static CompanyForm of(Company company, int version) {
        var accent = company.accent();
        return new CompanyForm(
                version,
                company.name(),
                company.address(),
                company.email(),
                company.phone(),
                company.url(),
                company.footer(),
                accent == null ? "" : accent.hex(),
                company.house().language().code(),
                company.house().zone().getId(),
                null,
                null);
    }

    public int seen() {
        return version == null ? 0 : version;
    }

    public boolean isBare() {
        return Boolean.TRUE.equals(bare);
    }

    /** The file, if one was chosen; for none, browsers send one that is empty. */
    @Nullable MultipartFile chosen() {
        var sent = logo;
        return sent == null || sent.isEmpty() ? null : sent;
    }

    /** @param now what stays where nothing is said of it */
    CompanyDetails details(House now) {
        return new CompanyDetails(
                name,
                address,
                email,
                phone,
                url,
                footer,
                accent,
                language == null ? now.language() : Language.of(language),
                zone == null ? now.zone().getId() : zone);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
