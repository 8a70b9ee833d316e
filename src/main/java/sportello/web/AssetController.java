package sportello.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class AssetController {
    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/**")
    ResponseEntity<byte[]> show(HttpServletRequest request) {
        var asset = assets.at(request.getRequestURI()).orElseThrow(NotFound::new);
        var answer = ResponseEntity.ok()
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .varyBy(HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.CONTENT_TYPE, asset.mediaType());
        if (acceptsGzip(request))
            return answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(asset.zipped());
        return answer.body(asset.plain());
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip");
    }
}
