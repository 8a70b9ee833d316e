/**
 * Where the house tells programs: addresses on the web, kept by administrators, to which messages are posted in the form that
 * Teams, Slack, Mattermost or a program of one's own understands. A message is a row in the transaction that causes it; it
 * leaves by its own job, and is tried again until the other side takes it. Only what lies in the open internet is called,
 * and beside it the hosts that administrators name. Knows no ticket.
 */
@ApplicationModule(allowedDependencies = {"base", "settings", "audit", "jobs", "agent"})
@NullMarked
package sportello.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
