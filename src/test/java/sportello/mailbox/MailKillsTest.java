package sportello.mailbox;

import org.junit.jupiter.api.Test;

/** A few kills every day; {@link MailDrill} has the many. */
class MailKillsTest extends MailUnderKills {

    @Test
    void whoever_is_killed_while_mail_comes_loses_none_and_doubles_none() throws Exception {
        killEach(5);
    }
}
