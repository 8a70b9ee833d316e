/**
 * The PostgreSQL under the desk: the server the desk brings along, starts, watches and stops, or the operator's own;
 * and the pool of connections to it. Everybody else knows only the {@code DataSource}. The embedded server keeps
 * people's tickets, so nothing that makes it durable can be switched off.
 */
@ApplicationModule(allowedDependencies = "settings")
@NullMarked
package sportello.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
