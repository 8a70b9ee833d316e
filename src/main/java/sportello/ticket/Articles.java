package sportello.ticket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import sportello.storage.Files;

/** Adds articles, with their files, to a ticket whose row the caller holds. */
@Component
class Articles {
    private final ArticleSql sql;
    private final Files files;
    private final Clock clock;

    Articles(ArticleSql sql, Files files, Clock clock) {
        this.sql = sql;
        this.files = files;
        this.clock = clock;
    }

    ArticleId add(NewArticle article) {
        return add(article, Uploads.NONE);
    }

    ArticleId add(NewArticle article, Uploads uploads) {
        return add(article, uploads, clock.instant());
    }

    ArticleId add(NewArticle article, Uploads uploads, Instant at) {
        var id = sql.insert(article, at);
        var position = 1;
        for (var upload : uploads.files()) attach(id, position++, upload);
        return id;
    }

    private void attach(ArticleId article, int position, Upload upload) {
        try (var bytes = upload.content().open()) {
            var stored = files.keep(bytes);
            sql.attach(article, position, FileName.of(upload.name()), MediaTypeName.of(upload.mediaType()), stored);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
