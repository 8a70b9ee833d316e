/** The people who ask and their organisations, as the desk looks them up, enters and corrects them ("Utenti"). */
@NullMarked
package sportello.web.agent.customer;

import org.jspecify.annotations.NullMarked;
