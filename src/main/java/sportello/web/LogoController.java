package sportello.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class LogoController {
    private final Letterhead letterhead;

    LogoController(Letterhead letterhead) {
        this.letterhead = letterhead;
    }

    @GetMapping("/company/logo")
    ResponseEntity<byte[]> show() {
        var logo = letterhead.company().logo();
        if (logo == null) throw new NotFound();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .contentType(MediaType.parseMediaType(logo.type()))
                .body(logo.bytes());
    }
}
