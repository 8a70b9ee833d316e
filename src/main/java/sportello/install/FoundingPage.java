package sportello.install;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;

/** The page on which a desk is founded. */
public record FoundingPage(FoundingForm form, @Nullable Refusal refusal) {
    /** The page's own address, with the code, so that who changes the language need not type it again. */
    public String address() {
        return form.code().isEmpty() ? "/founding" : "/founding?code=" + URLEncoder.encode(form.code(), UTF_8);
    }

    /** Of a name, in characters. */
    public int longest() {
        return Foundation.LONGEST;
    }
}
