package sportello.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sportello.base.Query;
import sportello.settings.Trust;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Questions to a provider, who answers in JSON. It is told secrets, so no redirect is followed; and it is a stranger, so
 * neither its time nor its words are without end. Not to be asked within a transaction.
 */
public final class Questions {
    private final HttpClient http;
    private final Duration altogether;
    private final int largestAnswer;

    /**
     * @param altogether how long one question may take, from the call to the last word of the answer
     * @param largestAnswer in bytes; one that is larger is none
     */
    public Questions(Duration connecting, Duration altogether, int largestAnswer) {
        http = HttpClient.newBuilder()
                .sslContext(Trust.wellKnown())
                .connectTimeout(connecting)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.altogether = altogether;
        this.largestAnswer = largestAnswer;
    }

    /** @param status as HTTP has it: what was said may be a refusal */
    public record Answer(int status, JsonNode said) {}

    public Answer get(URI address) throws IOException {
        return send(HttpRequest.newBuilder(address).GET());
    }

    public Answer post(URI address, Query form) throws IOException {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.text(), UTF_8)));
    }

    private Answer send(HttpRequest.Builder question) throws IOException {
        var request = question.header("Accept", "application/json").build();
        var answer = heard(http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), largestAnswer)));
        try {
            return new Answer(answer.statusCode(), JsonMapper.shared().readTree(answer.body()));
        } catch (JacksonException e) {
            throw new IOException("the provider answered " + answer.statusCode() + ", and nothing we can read", e);
        }
    }

    /** To its last word: what the client itself calls a timeout is over with the head of an answer. */
    private <T> T heard(CompletableFuture<T> answer) throws IOException {
        try {
            return answer.get(altogether.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("the provider did not answer in time");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("broken off", e);
        } finally {
            answer.cancel(true);
        }
    }
}
