package sportello.mail;

import org.jspecify.annotations.Nullable;

/**
 * The company that runs the desk: what stands on every letter and page. Empty texts are left out.
 *
 * @param footer lines below the addresses, such as its tax number
 * @param accent the colour of its pages, null for the house's own
 */
public record Company(
        String name,
        String address,
        String email,
        String phone,
        String url,
        @Nullable Logo logo,
        String footer,
        @Nullable Accent accent,
        House house) {

    public Company(String name, String address, String email, String phone, String url, @Nullable Logo logo) {
        this(name, address, email, phone, url, logo, "", null, House.ITALIAN);
    }

    /** The Content-ID by which a letter's HTML names the logo that travels with it. */
    public static final String LOGO = "logo@sportello";

    public boolean hasLogo() {
        return logo != null;
    }
}
