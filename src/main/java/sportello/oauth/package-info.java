/**
 * How programs ask strangers for tokens (OAuth 2.0, RFC 6749 and 7636): words that are good once, and questions over HTTP.
 * Knows neither mailbox nor person.
 */
@ApplicationModule(allowedDependencies = {"base", "settings"})
@NullMarked
package sportello.oauth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
