/**
 * A ticket on paper: what people read on its page, as a PDF with number, date of issue and author, to be filed or handed
 * over. Drawn in memory from our own fonts, asking neither network nor file system; a long one is drawn by a job.
 * And documents that came from outside, as pictures of their pages.
 */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "storage",
            "jobs",
            "mail",
            "agent",
            "field",
            "customer",
            "identity",
            "queue",
            "ticket"
        })
@NullMarked
package sportello.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
