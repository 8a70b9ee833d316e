package sportello.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What is missing, or what the viewer may not know of: both look alike. */
public class NotFound extends ResponseStatusException {

    public NotFound() {
        super(HttpStatus.NOT_FOUND);
    }
}
