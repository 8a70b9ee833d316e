package sportello.mail;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.settings.Secrets;
import tools.jackson.databind.json.JsonMapper;

/** What letters say that let somebody in, as nobody reads it who has no more than the database or a backup of it. */
@Component
class SealedBodies {
    private final Secrets secrets;

    SealedBodies(Secrets secrets) {
        this.secrets = secrets;
    }

    /** In Base64. */
    String seal(LetterBody body) {
        var json = JsonMapper.shared().writeValueAsString(body);
        return Base64.getEncoder().encodeToString(secrets.encrypt(json));
    }

    /** @param sealed null for a body that stands beside it */
    LetterBody open(byte @Nullable [] sealed, LetterBody plain) {
        return sealed == null ? plain : JsonMapper.shared().readValue(secrets.decrypt(sealed), LetterBody.class);
    }
}
