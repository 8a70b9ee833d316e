package sportello.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * What lies in the post office, and perhaps one mail of it opened.
 *
 * @param asText whether the open mail is read as a program without HTML would show it
 */
public record PostPage(List<PostedMail> mails, @Nullable OpenedMail open, boolean asText) {
    static final String ADDRESS = "/demo/post";

    public PostPage {
        mails = List.copyOf(mails);
    }

    public String address(PostedMail mail) {
        return ADDRESS + "/" + UriUtils.encodePathSegment(mail.mailbox(), "UTF-8") + "/" + mail.number();
    }

    public boolean isOpen(PostedMail mail) {
        return open != null && open.head().equals(mail);
    }
}
