package sportello.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer;
import sportello.settings.Secrets;

/**
 * A form that waits until its sender has proved who that is. What was typed travels along in the page that asks,
 * encrypted, so that no password shows, and good for this person and this door only.
 */
@Component
class Withheld {
    static final String FIELD = "_withheld";
    static final String PROOF = "_proof";
    static final String PASSKEY = "_passkey";
    private static final Set<String> NOT_TYPED = Set.of(FIELD, PROOF, PASSKEY, "_csrf");

    private final Secrets secrets;

    Withheld(Secrets secrets) {
        this.secrets = secrets;
    }

    String seal(HttpServletRequest request, Viewer viewer) {
        var lines = new ArrayList<String>();
        lines.add(door(request, viewer));
        request.getParameterMap().forEach((name, values) -> {
            if (NOT_TYPED.contains(name)) return;
            for (var value : values) lines.add(encoded(name) + "=" + encoded(value));
        });
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.encrypt(String.join("\n", lines)));
    }

    /** What was typed, if the request brings it back. */
    Optional<Map<String, List<String>>> open(HttpServletRequest request, Viewer viewer) {
        var sealed = request.getParameter(FIELD);
        if (sealed == null) return Optional.empty();
        try {
            var lines = secrets.decrypt(Base64.getUrlDecoder().decode(sealed))
                    .lines()
                    .toList();
            return lines.getFirst().equals(door(request, viewer))
                    ? Optional.of(typed(lines.subList(1, lines.size())))
                    : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException forged) {
            return Optional.empty();
        }
    }

    private static Map<String, List<String>> typed(List<String> lines) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        for (var line : lines) {
            var parts = line.split("=", 2);
            typed.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>()).add(decoded(parts[1]));
        }
        return typed;
    }

    private static String door(HttpServletRequest request, Viewer viewer) {
        return viewer.actor() + " " + request.getMethod() + " " + request.getRequestURI();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
