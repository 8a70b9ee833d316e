/**
 * Letters out: the paper they are written on, the outbox that keeps them until a server has taken them, and the talk with
 * that server. Knows MIME and transport, no ticket. A letter is stored and its job staged in the transaction of whatever
 * caused it; it leaves at least once and keeps its Message-ID, so that a second copy can be told from a second letter.
 */
@ApplicationModule(allowedDependencies = {"base", "settings", "storage", "jobs"})
@NullMarked
package sportello.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
