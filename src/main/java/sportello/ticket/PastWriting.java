package sportello.ticket;

import java.time.Instant;

/** An article as it was written then, under the id that it has now. */
record PastWriting(ArticleId id, NewArticle article, Uploads uploads, Instant at) {}
