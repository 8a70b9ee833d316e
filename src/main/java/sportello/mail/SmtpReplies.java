package sportello.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Reads what a server's refusal means for a letter. */
final class SmtpReplies {

    /** These speak of our log-in, not of the letter: the operator can mend that (RFC 4954). */
    private static final Set<Integer> ABOUT_US = Set.of(530, 534, 535, 538);

    private static final int LONGEST = 1_000;

    private SmtpReplies() {}

    static Reply of(MessagingException failure) {
        var code =
                chain(failure).flatMap(link -> code(link).stream()).findFirst().orElse(0);
        var answer = clean(words(failure));
        if (ABOUT_US.contains(code) || chain(failure).anyMatch(AuthenticationFailedException.class::isInstance))
            return new Reply.ShutOut(answer);
        return code >= 500 && code < 600 ? new Reply.Refused(answer) : new Reply.Deferred(answer);
    }

    /** The same before any letter was spoken of. */
    static Reply atTheDoor(MessagingException failure) {
        return of(failure) instanceof Reply.ShutOut shut ? shut : new Reply.Away(clean(words(failure)));
    }

    static String clean(@Nullable String answer) {
        if (answer == null) return "";
        var line = answer.replaceAll("[\\p{Cc}\\s]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }

    /** The server's own words if it said any, else what went wrong and the reason at its root. */
    private static String words(MessagingException failure) {
        var spoken = chain(failure).filter(link -> code(link).isPresent()).findFirst();
        if (spoken.isPresent()) return String.valueOf(spoken.get().getMessage());
        var problem = String.valueOf(failure.getMessage());
        return chain(failure)
                .reduce((earlier, later) -> later)
                .map(root -> String.valueOf(root.getMessage()))
                .filter(reason -> !problem.contains(reason))
                .map(reason -> problem + ": " + reason)
                .orElse(problem);
    }

    private static Stream<Throwable> chain(MessagingException failure) {
        return Stream.iterate((Throwable) failure, link -> link != null, SmtpReplies::next);
    }

    private static @Nullable Throwable next(Throwable link) {
        if (link instanceof MessagingException mail && mail.getNextException() != null) return mail.getNextException();
        return link.getCause();
    }

    private static Optional<Integer> code(Throwable link) {
        return switch (link) {
            case SMTPAddressFailedException address -> Optional.of(address.getReturnCode());
            case SMTPSenderFailedException sender -> Optional.of(sender.getReturnCode());
            case SMTPSendFailedException data -> Optional.of(data.getReturnCode());
            default -> Optional.empty();
        };
    }
}
