package sportello.web.security;

import java.util.List;
import org.springframework.stereotype.Component;
import sportello.web.Assets;

/** What a page may load and do: only what comes from us, nothing that stands in the page itself but the import map. */
@Component
class ContentSecurityPolicy {
    /** The style that Turbo, as we serve it, puts into the page for its progress bar. */
    private static final String TURBO_STYLE = "'sha256-30tKHMHRI7PWzK/x+SF9ZICZdRX3CcdVfSLF2b1J50Y='";

    private final String text;

    ContentSecurityPolicy(Assets assets) {
        text = String.join(
                "; ",
                List.of(
                        "default-src 'none'",
                        "script-src 'self' " + assets.importMapHash(),
                        "style-src 'self' " + TURBO_STYLE,
                        "img-src 'self' data:",
                        "font-src 'self'",
                        "connect-src 'self'",
                        "form-action 'self'",
                        "frame-src 'self'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'"));
    }

    String text() {
        return text;
    }
}
