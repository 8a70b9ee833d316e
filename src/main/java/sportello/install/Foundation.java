package sportello.install;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import sportello.base.CleanText;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.mail.Recipient;

/**
 * What a desk begins with.
 *
 * @param company its name, as customers read it
 * @param email where they write to, and whence they are answered; empty if it is not yet known
 * @param login of the first administrator
 * @param ownEmail of the first administrator
 * @param language of the first administrator, and of the names of the first queues
 */
record Foundation(
        String company,
        String email,
        String firstName,
        String lastName,
        String login,
        String ownEmail,
        Language language) {
    static final int LONGEST = 100;
    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}");

    /** The same as it will be kept. */
    Outcome<Foundation> checked() {
        var name = CleanText.line(company);
        if (CleanText.isBlank(name)) return Outcome.refused("founding.company");
        var desk = email.strip();
        if (!desk.isEmpty() && Recipient.of("", desk).isEmpty()) return Outcome.refused("founding.email", desk);
        var first = CleanText.line(firstName);
        var last = CleanText.line(lastName);
        if (CleanText.isBlank(first) || CleanText.isBlank(last)) return Outcome.refused("founding.name");
        for (var text : List.of(name, first, last))
            if (text.length() > LONGEST) return Outcome.refused("founding.long", LONGEST, text.length());
        var entry = login.strip().toLowerCase(Locale.ROOT);
        if (!LOGIN.matcher(entry).matches()) return Outcome.refused("founding.login", entry);
        var own = ownEmail.strip();
        if (Recipient.of("", own).isEmpty()) return Outcome.refused("founding.email", own);
        return Outcome.done(new Foundation(name, desk, first, last, entry, own, language));
    }

    /** What everybody knows of the administrator, and what a password may therefore not contain. */
    List<String> knownWords() {
        return List.of(login, firstName, lastName, ownEmail.substring(0, ownEmail.lastIndexOf('@')), company);
    }
}
