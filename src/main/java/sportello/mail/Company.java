package sportello.mail;

import org.jspecify.annotations.Nullable;

/** The company that runs the desk: what stands on every letter and page. Empty texts are left out. */
public record Company(
        String name,
        String address,
        String email,
        String phone,
        String url,
        @Nullable Logo logo) {

    /** The Content-ID by which a letter's HTML names the logo that travels with it. */
    public static final String LOGO = "logo@sportello";

    public boolean hasLogo() {
        return logo != null;
    }
}
