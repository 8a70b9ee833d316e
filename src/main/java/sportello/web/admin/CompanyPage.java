package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.mail.Logo;
import sportello.web.Zones;

/**
 * @param hasLogo whether there is a logo that could go
 * @param guide null off the way through the first steps
 */
public record CompanyPage(
        CompanyForm form,
        boolean hasLogo,
        @Nullable Guide guide,
        @Nullable Refusal refusal) {

    public List<String> zones() {
        return Zones.ofPlaces();
    }

    /** Of a logo, in kilobytes. */
    public int largest() {
        return Logo.LARGEST / 1000;
    }
}
