package sportello.ticket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.field.WantedField;
import sportello.identity.Actor;
import sportello.identity.Viewer.AgentViewer;
import sportello.storage.Files;

/** Adds articles, with their files, to a ticket whose row the caller holds. */
@Component
class Articles {
    private final ArticleSql sql;
    private final RecipientSql recipients;
    private final ProofSql proofs;
    private final ArticleFields fields;
    private final Files files;
    private final Clock clock;

    Articles(ArticleSql sql, RecipientSql recipients, ProofSql proofs, ArticleFields fields, Files files, Clock clock) {
        this.sql = sql;
        this.recipients = recipients;
        this.proofs = proofs;
        this.fields = fields;
        this.files = files;
        this.clock = clock;
    }

    ArticleId add(NewArticle article) {
        return add(article, Uploads.NONE);
    }

    ArticleId add(NewArticle article, Uploads uploads) {
        return add(article, MailOrigin.NONE, uploads);
    }

    /** What an agent mails. */
    ArticleId add(NewArticle article, Mail mail) {
        return add(article, mail.files(), mail.spent());
    }

    ArticleId add(NewArticle article, Mail mail, List<WantedField> said, Actor by) {
        return add(article, mail.files(), mail.spent(), said, by);
    }

    /** What came in as a mail keeps its name, its sender, and to whom it went besides. */
    ArticleId add(NewArticle article, IncomingMail mail, boolean unverified) {
        var id = add(article, MailOrigin.of(mail, unverified), mail.files());
        proofs.insert(id, mail.proof());
        recipients.insert(id, "to", mail.to(), 1);
        recipients.insert(id, "cc", mail.cc(), 1 + mail.to().size());
        return id;
    }

    private ArticleId add(NewArticle article, MailOrigin origin, Uploads uploads) {
        var id = sql.insert(article, origin, clock.instant());
        attach(id, uploads);
        return id;
    }

    ArticleId add(NewArticle article, Uploads uploads, Spent spent) {
        var id = add(article, uploads);
        if (!spent.isNone()) sql.spend(id, spent.minutes());
        return id;
    }

    /** @param said what the house's own fields say of it */
    ArticleId add(NewArticle article, Uploads uploads, Spent spent, List<WantedField> said, Actor by) {
        var id = add(article, uploads, spent);
        fields.say(article.ticket(), id, said, by);
        return id;
    }

    void address(ArticleId article, List<AgentId> agents) {
        if (!agents.isEmpty()) sql.address(article, agents);
    }

    /** An article once more with its files, for the desk only: what an agent passed on. */
    ArticleId copy(ArticleId article, AgentViewer by) {
        var id = sql.again(article, by.id(), by.name(), clock.instant());
        sql.copyFiles(article, id);
        return id;
    }

    /** Ids for articles that are still to be added. */
    Iterator<ArticleId> reserve(int count) {
        return sql.reserve(count).iterator();
    }

    /** The articles of a ticket that has none yet, in their order. */
    void begin(List<PastWriting> articles) {
        sql.begin(articles);
        for (var past : articles) attach(past.id(), past.uploads());
    }

    private void attach(ArticleId article, Uploads uploads) {
        var position = 1;
        for (var upload : uploads.files()) attach(article, position++, upload);
    }

    private void attach(ArticleId article, int position, Upload upload) {
        try (var bytes = upload.content().open()) {
            var stored = files.keep(bytes);
            sql.attach(
                    article,
                    position,
                    FileName.of(upload.name()),
                    MediaTypeName.of(upload.mediaType()),
                    upload.contentId(),
                    stored);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
