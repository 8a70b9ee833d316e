package sportello.ticket;

import java.util.List;

/** A ticket as its customer knows it: how it stands, and the conversation, oldest first. Nothing internal has a place here. */
public record Request(RequestLine line, List<RequestArticle> articles) {

    public Request {
        articles = List.copyOf(articles);
    }
}
