package sportello.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.database.TestDatabase;
import sportello.identity.LoggedIn;

/**
 * Two programs on one database: what one of them takes away is gone at the other with the next request. Run by
 * {@code bin/drill TwoNodesDrill}.
 */
@Tag("drill")
class TwoNodesDrill {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BASE = "http://localhost:8080";

    private final TestDatabase.Fresh shared = TestDatabase.fresh();
    private final JdbcClient db =
            JdbcClient.create(new DriverManagerDataSource(shared.url(), shared.user(), shared.password()));
    private final HttpClient browser = HttpClient.newHttpClient();

    @TempDir
    private Path home;

    private Desk one;
    private Desk two;

    @AfterEach
    void close() throws Exception {
        browser.close();
        one.close();
        two.close();
    }

    @Test
    void a_session_that_ends_at_one_is_over_at_the_other_with_the_next_request() throws Exception {
        one = node("one");
        two = node("two");
        var cast = Cast.onStage(db);

        var laura = LoggedIn.cookie(cast.as(Operator.LAURA), db);
        assertThat(get(one, "/account", laura).statusCode()).isEqualTo(200);
        assertThat(get(two, "/account", laura).statusCode()).isEqualTo(200);
        assertThat(post(one, "/logout", laura).statusCode()).isEqualTo(303);
        assertThat(get(two, "/account", laura).statusCode())
                .as("after log-out at the other")
                .isEqualTo(302);

        var anna = LoggedIn.cookie(cast.as(Operator.ANNA), db);
        var mario = LoggedIn.cookie(cast.as(Operator.MARIO), db);
        assertThat(get(two, "/account", mario).statusCode()).isEqualTo(200);
        var account = db.sql("select id from account where agent_id = :mario")
                .param("mario", cast.id(Operator.MARIO).value())
                .query(Long.class)
                .single();
        var ended = post(one, "/admin/sessions/accounts/" + account + "/end", anna);
        assertThat(ended.statusCode()).as(ended.body()).isEqualTo(303);
        var before = System.nanoTime();
        assertThat(get(two, "/account", mario).statusCode())
                .as("ended by an administrator at the other")
                .isEqualTo(302);
        System.out.printf("X8 session gone at the other node: %d ms%n", (System.nanoTime() - before) / 1_000_000);

        var nadia = LoggedIn.cookie(cast.as(Operator.NADIA), db);
        assertThat(get(two, "/account", nadia).statusCode()).isEqualTo(200);
        db.sql("update agent set valid = false where login = :login")
                .param("login", Operator.NADIA.login())
                .update();
        assertThat(get(two, "/account", nadia).statusCode()).as("who has left").isEqualTo(302);
    }

    @Test
    void a_stream_that_is_open_at_one_ends_when_the_other_takes_session_or_key() throws Exception {
        one = node("one");
        two = node("two");
        var cast = Cast.onStage(db);
        var mario = cast.as(Operator.MARIO);

        var cookie = LoggedIn.cookie(mario, db);
        var stream = listen(two, cookie);
        var before = System.nanoTime();
        assertThat(post(one, "/logout", cookie).statusCode()).isEqualTo(303);
        stream.get(1, TimeUnit.MINUTES);
        System.out.printf(
                "X8 stream ended after log-out at the other: %d ms%n", (System.nanoTime() - before) / 1_000_000);

        for (var loss : List.of(
                "delete from agent_permission where agent_id = :mario and permission = 'rw'",
                "update agent set valid = false where id = :mario")) {
            stream = listen(two, LoggedIn.cookie(mario, db));
            before = System.nanoTime();
            db.sql(loss).param("mario", mario.id().value()).update();
            stream.get(1, TimeUnit.MINUTES);
            System.out.printf("X8 stream ended after %s: %d ms%n", loss, (System.nanoTime() - before) / 1_000_000);
        }
    }

    /** Done when the stream, which has begun, is at its end. */
    private CompletableFuture<Void> listen(Desk desk, String cookie) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(desk.address("/agent/live"))
                .header("Cookie", cookie)
                .build();
        var lines = browser.send(request, BodyHandlers.ofLines());
        assertThat(lines.statusCode()).isEqualTo(200);
        return CompletableFuture.runAsync(() -> lines.body().forEach(line -> {}));
    }

    private Desk node(String name) throws Exception {
        var desk = new Desk(
                home.resolve(name),
                Desk.freePort(),
                Map.of(
                        "SPORTELLO_DATABASE_URL", shared.url(),
                        "SPORTELLO_DATABASE_USER", shared.user(),
                        "SPORTELLO_DATABASE_PASSWORD", shared.password(),
                        "SPORTELLO_BASE_URL", BASE));
        Patiently.until(desk::isReady, desk);
        return desk;
    }

    private HttpResponse<String> get(Desk desk, String path, String cookie) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(desk.address(path))
                        .header("Cookie", cookie)
                        .build(),
                BodyHandlers.ofString());
    }

    /** As a form of the account's page would. */
    private HttpResponse<String> post(Desk desk, String path, String cookie) throws IOException, InterruptedException {
        var page = get(desk, "/account", cookie);
        var token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        var cookies = new StringBuilder(cookie);
        for (var set : page.headers().allValues("Set-Cookie"))
            cookies.append("; ").append(set.split(";", 2)[0]);
        return browser.send(
                HttpRequest.newBuilder(desk.address(path))
                        .header("Cookie", cookies.toString())
                        .header("Origin", BASE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("_csrf=" + token.group(1)))
                        .build(),
                BodyHandlers.ofString());
    }
}
