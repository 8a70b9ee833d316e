package sportello.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class LogoController {
    private final Letterhead letterhead;
    private final Assets assets;

    LogoController(Letterhead letterhead, Assets assets) {
        this.letterhead = letterhead;
        this.assets = assets;
    }

    /** The company's mark; ours where it has none. */
    @GetMapping("/company/logo")
    ResponseEntity<byte[]> show() {
        var logo = letterhead.company().logo();
        return logo == null ? ours() : answer(logo.type(), logo.bytes());
    }

    private ResponseEntity<byte[]> ours() {
        var mark = assets.at(assets.address("mark.svg")).orElseThrow();
        return answer(mark.mediaType(), mark.plain());
    }

    private static ResponseEntity<byte[]> answer(String type, byte[] picture) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .header(HttpHeaders.CONTENT_TYPE, type)
                .body(picture);
    }
}
