package sportello.webhook;

import java.util.Map;

/** What goes over the wire. */
record Payload(byte[] bytes, Map<String, String> headers) {
    Payload {
        headers = Map.copyOf(headers);
    }
}
