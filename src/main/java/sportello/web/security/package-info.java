/**
 * Who may pass through which door. The table {@code authorisation.txt} names every route with those whom it admits; what
 * is not in the table does not exist. Also what every request brings (session, origin, token against forgery) and what
 * every response takes along (headers).
 */
@NullMarked
package sportello.web.security;

import org.jspecify.annotations.NullMarked;
