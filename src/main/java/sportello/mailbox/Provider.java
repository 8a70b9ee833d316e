package sportello.mailbox;

import java.net.URI;

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
            return "https://outlook.office.com/" + mail + " offline_access";
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
    };

    /** The one address to which the secrets of a consent may go. */
    abstract URI endpoint(String tenant);

    /** Where a person gives a consent. */
    abstract URI consents(String tenant);

    /** What we ask to be let in for, and nothing more. */
    abstract String scope(Protocol protocol);
}
