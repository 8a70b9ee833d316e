package sportello.mime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mail says and brings. */
record Contents(String text, @Nullable String html, int quoteFrom, List<MailFile> files) {}
