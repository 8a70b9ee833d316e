package sportello.mailbox;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Who issues tokens for the mailboxes of its customers, and where. */
public enum Provider {
    MICROSOFT {
        @Override
        URI endpoint(String tenant) {
            return URI.create("https://login.microsoftonline.com/" + tenant + "/oauth2/v2.0/token");
        }

        @Override
        URI consents(String tenant) {
            return URI.create("https://login.microsoftonline.com/" + tenant + "/oauth2/v2.0/authorize");
        }

        @Override
        String scope(Protocol protocol) {
            var mail = protocol == Protocol.POP3 ? "POP.AccessAsUser.All" : "IMAP.AccessAsUser.All";
            return OUTLOOK + mail + " " + LASTING;
        }

        @Override
        String scopeOfSending() {
            return OUTLOOK + "SMTP.Send " + LASTING;
        }

        @Override
        List<String> domains() {
            return List.of("office365.com", "outlook.com");
        }
    },
    GOOGLE {
        @Override
        URI endpoint(String tenant) {
            return URI.create("https://oauth2.googleapis.com/token");
        }

        @Override
        URI consents(String tenant) {
            return URI.create("https://accounts.google.com/o/oauth2/v2/auth");
        }

        @Override
        String scope(Protocol protocol) {
            return "https://mail.google.com/";
        }

        @Override
        String scopeOfSending() {
            return scope(Protocol.SMTP);
        }

        @Override
        List<String> domains() {
            return List.of("gmail.com", "google.com");
        }
    };

    private static final String OUTLOOK = "https://outlook.office.com/";
    private static final String LASTING = "offline_access";

    /** The one address to which the secrets of a consent may go. */
    abstract URI endpoint(String tenant);

    /** Where a person gives a consent. */
    abstract URI consents(String tenant);

    /** What we ask to be let in for, and nothing more. */
    abstract String scope(Protocol protocol);

    /** The same for handing over mail. */
    abstract String scopeOfSending();

    /** Of its servers. */
    abstract List<String> domains();

    /** Whether a server is one of the provider's own: to no other are its tokens shown. */
    public boolean owns(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return domains().stream().anyMatch(domain -> name.endsWith("." + domain));
    }

    /** For what a person is asked to give consent; each token is asked for one of both. */
    String scope(Protocol protocol, boolean sending) {
        if (!sending) return scope(protocol);
        return Stream.of(scope(protocol), scopeOfSending())
                .flatMap(scope -> Stream.of(scope.split(" ")))
                .distinct()
                .collect(joining(" "));
    }
}
