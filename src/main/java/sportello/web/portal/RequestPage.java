package sportello.web.portal;

import java.util.UUID;
import sportello.ticket.Request;
import sportello.ticket.RequestLine;

/**
 * One request with its conversation, and the reply that is being written.
 *
 * @param form drawn by lot; by it the same form is known if it arrives twice
 * @param filesLost how many files have to be chosen again
 */
public record RequestPage(Request request, UUID form, String text, int filesLost, Problems problems) {

    public RequestLine line() {
        return request.line();
    }

    public String address() {
        return "/portal/requests/" + line().number();
    }
}
