package sportello.postmaster;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import sportello.mime.AuthenticationResults;
import sportello.mime.ReadMail;
import sportello.ticket.Authentication;

/**
 * Whether servers that are trusted vouch for who sent a mail. Of what such a server says only the topmost word counts: it
 * writes above all that came with the mail, and what stands below may be a stranger's. Others are not heard.
 */
final class Senders {
    private Senders() {}

    static Authentication authenticated(ReadMail mail, List<String> gateways) {
        return mail.authentications().stream()
                .filter(said -> gateways.contains(said.server()))
                .findFirst()
                .map(said -> new Authentication(
                        isVouchedFor(mail, said),
                        said.server(),
                        found(said, "dmarc"),
                        found(said, "spf"),
                        found(said, "dkim")))
                .orElse(Authentication.MISSING);
    }

    /** By the domain of the sender that is shown, and of no other author. */
    private static boolean isVouchedFor(ReadMail mail, AuthenticationResults said) {
        var from = mail.from();
        var dmarc = said.of("dmarc");
        if (from == null || !mail.isFromOne() || dmarc.isEmpty()) return false;
        var domain = from.address().substring(from.address().lastIndexOf('@') + 1);
        // the server looked at the envelope
        var looked = mail.isWithinEnvelope() ? "" : domain;
        return dmarc.stream()
                .allMatch(one -> one.result().equals("pass")
                        && isOf(one.properties().getOrDefault("header.from", looked), domain));
    }

    /** Some servers name the domain that owns that of the sender. */
    private static boolean isOf(String looked, String domain) {
        var here = domain.toLowerCase(Locale.ROOT);
        var there = looked.toLowerCase(Locale.ROOT);
        return here.equals(there) || here.endsWith("." + there);
    }

    private static String found(AuthenticationResults said, String method) {
        return said.of(method).stream()
                .map(AuthenticationResults.Result::result)
                .distinct()
                .collect(joining(", "));
    }
}
