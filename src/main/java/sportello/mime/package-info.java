/**
 * Reads mails: bytes in, a readable mail out. Whatever a mail claims to be, reading it ends, within limits, and nothing of
 * its size is ever on the heap: the mail is copied once to a temporary file, cut into ranges of that file in one pass, and
 * each part is decoded as a stream when somebody asks for it. Knows no database and no ticket.
 */
@ApplicationModule(allowedDependencies = {"base", "settings"})
@NullMarked
package sportello.mime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
