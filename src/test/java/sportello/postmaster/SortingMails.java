package sportello.postmaster;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Mails to be sorted, no two with the same bytes. */
final class SortingMails {
    private SortingMails() {}

    static String from(String address, String subject, String text) {
        return """
                From: Qualcuno <%s>
                To: desk@valle.example
                Subject: %s
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit
                X-Test: %s

                %s
                """.formatted(address, subject, UUID.randomUUID(), text);
    }

    /** The word of a server on who sent the mail that follows, by the domain of the sender. */
    static String verdict(String server, String dmarc, String domain) {
        return "Authentication-Results: %s; dmarc=%s header.from=%s\n".formatted(server, dmarc, domain);
    }

    static String automatic(String address, String subject, String text) {
        return "Auto-Submitted: auto-replied\n" + from(address, subject, text);
    }

    /** A mail server could not deliver one of ours. */
    static String bounce(String address, String original) {
        return bounce(List.of(address), original);
    }

    /** The same to several people at once. */
    static String bounce(List<String> addresses, String original) {
        return """
                From: Mail Delivery System <MAILER-DAEMON@mx.altrove.example>
                To: desk@valle.example
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                The mail system could not deliver your message.

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.altrove.example

                %s
                --b
                Content-Type: message/rfc822

                From: desk@valle.example
                To: %s
                Message-ID: %s
                Subject: Orari

                Quale fascia?
                --b--
                """.formatted(
                        addresses.stream().map(SortingMails::fate).collect(Collectors.joining("\n")),
                        String.join(", ", addresses),
                        original);
    }

    private static String fate(String address) {
        return """
                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such user
                """.formatted(address);
    }
}
