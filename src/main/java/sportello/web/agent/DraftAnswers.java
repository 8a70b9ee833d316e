package sportello.web.agent;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What a page hears that sent a draft; it says itself that it was kept. */
public final class DraftAnswers {
    private DraftAnswers() {}

    public static ResponseEntity<String> of(boolean kept) {
        return ResponseEntity.status(kept ? HttpStatus.NO_CONTENT : HttpStatus.UNPROCESSABLE_CONTENT)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.TEXT_PLAIN)
                .build();
    }
}
