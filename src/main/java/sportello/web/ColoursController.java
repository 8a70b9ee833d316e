package sportello.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import sportello.mail.Accent;

/** The company's colour as a stylesheet; what the address says is all there is to it, so it never changes. */
@Controller
class ColoursController {

    /** @param accent its six digits */
    @GetMapping("/company/colours")
    ResponseEntity<String> show(@RequestParam(defaultValue = "") String accent) {
        var colour = Accent.of("#" + accent).filter(Accent::isDarkEnough);
        return ResponseEntity.ok()
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .header(HttpHeaders.CONTENT_TYPE, "text/css;charset=utf-8")
                .body(colour.map(known -> Palette.of(known).css()).orElse(""));
    }
}
