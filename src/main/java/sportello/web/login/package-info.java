/** The way in and out: log-in, log-out, a forgotten password, and each person's own account. */
@NullMarked
package sportello.web.login;

import org.jspecify.annotations.NullMarked;
