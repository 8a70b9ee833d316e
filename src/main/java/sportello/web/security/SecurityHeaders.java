package sportello.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/** The headers that every response takes along, unless a controller has said something narrower before. */
@Component
class SecurityHeaders implements HeaderWriter {
    private final Map<String, String> headers = new LinkedHashMap<>();

    SecurityHeaders(ContentSecurityPolicy policy, CookieRules cookies) {
        headers.put("Content-Security-Policy", policy.text());
        headers.put("X-Content-Type-Options", "nosniff");
        // Not no-referrer: browsers would then send "Origin: null" with our own forms.
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.put("Cache-Control", "no-store");
        if (cookies.secure()) headers.put("Strict-Transport-Security", "max-age=31536000");
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        headers.forEach((name, value) -> {
            if (!response.containsHeader(name)) response.setHeader(name, value);
        });
    }
}
