package sportello.agent;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sportello.base.CleanText;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.mail.Accent;
import sportello.mail.Company;
import sportello.mail.House;
import sportello.mail.Logo;
import sportello.mail.Recipient;

/**
 * What administrators say of the company that runs the desk.
 *
 * @param accent as {@code #0f5ea8}, empty for the house's own colour
 * @param language to whoever has chosen none
 * @param zone of whoever has chosen none, as {@code Europe/Rome}
 */
public record CompanyDetails(
        String name,
        String address,
        String email,
        String phone,
        String url,
        String footer,
        String accent,
        Language language,
        String zone) {
    /** Of a line, in characters. */
    public static final int LONGEST = 200;

    /** Of the footer, in characters. */
    public static final int LONGEST_FOOTER = 500;

    /** The company as it will be, with that logo. */
    Outcome<Company> with(@Nullable Logo logo) {
        var lines = List.of(
                CleanText.line(name),
                CleanText.line(address),
                CleanText.line(email),
                CleanText.line(phone),
                CleanText.line(url));
        if (CleanText.isBlank(lines.getFirst())) return Outcome.refused("company.name");
        for (var line : lines)
            if (line.length() > LONGEST) return Outcome.refused("company.long", LONGEST, line.length());
        var foot = CleanText.lines(footer);
        if (foot.length() > LONGEST_FOOTER) return Outcome.refused("company.long", LONGEST_FOOTER, foot.length());
        if (!lines.get(2).isEmpty() && Recipient.of("", lines.get(2)).isEmpty())
            return Outcome.refused("company.email", lines.get(2));
        if (!lines.get(4).isEmpty() && !isWeb(lines.get(4))) return Outcome.refused("company.url", lines.get(4));
        if (!ZoneId.getAvailableZoneIds().contains(zone)) return Outcome.refused("company.zone", zone);
        var house = new House(language, ZoneId.of(zone));
        return colour().then(colour -> Outcome.done(new Company(
                lines.get(0),
                lines.get(1),
                lines.get(2),
                lines.get(3),
                lines.get(4),
                logo,
                foot,
                colour.accent(),
                house)));
    }

    /** @param accent null for the house's own */
    private record Chosen(@Nullable Accent accent) {}

    private Outcome<Chosen> colour() {
        if (accent.isBlank()) return Outcome.done(new Chosen(null));
        var colour = Accent.of(accent);
        if (colour.isEmpty()) return Outcome.refused("company.colour", accent);
        return colour.get().isDarkEnough()
                ? Outcome.done(new Chosen(colour.get()))
                : Outcome.refused(
                        "company.pale", "%.1f".formatted(colour.get().contrastWithWhite()), "" + Accent.LEAST_CONTRAST);
    }

    private static boolean isWeb(String address) {
        try {
            var uri = new URI(address);
            var scheme = uri.getScheme();
            return scheme != null && scheme.toLowerCase(Locale.ROOT).matches("https?") && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
