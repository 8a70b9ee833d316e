package sportello.ticket;

import java.util.List;
import sportello.field.FilledField;

/**
 * A ticket as its customer knows it: how it stands, and the conversation, oldest first. Nothing internal has a place here.
 *
 * @param service for which it is, if customers are told; empty otherwise
 * @param fields those that administrators show to customers
 * @param takesWords whether the person who reads it may answer, as far as rights go
 */
public record Request(
        RequestLine line, List<RequestArticle> articles, String service, List<FilledField> fields, boolean takesWords) {

    public Request {
        articles = List.copyOf(articles);
        fields = List.copyOf(fields);
    }
}
