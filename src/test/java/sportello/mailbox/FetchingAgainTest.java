package sportello.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.agent.Authority.HOUSE;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import sportello.agent.Authority;
import sportello.agent.Grants;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.storage.Files;

/** A mail of which only the head was kept, fetched again by somebody who asks for it. */
@Ground
class FetchingAgainTest {
    private static final Limits RAISED = OtherLimits.largest(Ground.HASTY, 2 * Ground.HASTY.largest());
    private static final String LARGE =
            MailServer.mail(1) + "x".repeat(78).concat("\r\n").repeat(80_000);

    @Autowired
    MailServer server;

    @Autowired
    Errand errand;

    @Autowired
    Heard heard;

    @Autowired
    QuarantineSql quarantine;

    @Autowired
    MailboxSql mailboxes;

    @Autowired
    PositionSql positions;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Reading reading;

    @Autowired
    Files files;

    @Autowired
    TransactionOperations transaction;

    @ParameterizedTest
    @EnumSource(names = {"IMAP", "POP3"})
    void it_comes_whole_once_the_limit_is_raised_and_is_dealt_with_like_any_other(Protocol protocol)
            throws IOException {
        var account = server.account();
        account.deliver(LARGE);
        var mailbox = errand.mailbox(protocol, account, new Afterwards.Delete());
        errand.fetch(mailbox);
        var head = quarantined(mailbox);

        assertThat(refusal(fetching(Ground.HASTY).fetch(head, HOUSE))).isEqualTo("quarantine.still_large");
        assertThat(fetching(RAISED).fetch(head, HOUSE)).isEqualTo(Outcome.done(head));

        assertThat(errand.arrived(mailbox)).containsExactly(LARGE);
        assertThat(arrivals.find(head).orElseThrow().state()).isEqualTo(Arrival.State.WAITING);
        assertThat(heard.of(MailArrived.class, mailbox)).hasSize(1);
        assertThat(account.inbox().getMessageCount())
                .as("nothing changes there before it is kept")
                .isEqualTo(1);
        errand.fetch(mailbox);
        assertThat(account.inbox().getMessageCount()).isZero();
        assertThat(errand.count(mailbox)).isEqualTo(1);
        assertThat(refusal(fetching(RAISED).fetch(head, HOUSE))).isEqualTo("quarantine.whole");
    }

    @Test
    void what_does_not_lie_there_any_more_is_told_and_its_head_stays() throws Exception {
        var account = server.account();
        account.deliver(LARGE);
        var mailbox = errand.mailbox(Protocol.IMAP, account, new Afterwards.Leave());
        errand.fetch(mailbox);
        var head = quarantined(mailbox);

        account.renumber(4712);
        assertThat(refusal(fetching(RAISED).fetch(head, HOUSE))).isEqualTo("quarantine.gone");
        account.renumber(arrivedUnder(head));
        account.inbox().deleteAllMessages();
        assertThat(refusal(fetching(RAISED).fetch(head, HOUSE))).isEqualTo("quarantine.gone");
        account.restore(1);
        account.deliver(LARGE.replace("Richiesta 1", "Un’altra".replace("’", "'")));
        assertThat(refusal(fetching(RAISED).fetch(head, HOUSE)))
                .as("another mail under its name")
                .isEqualTo("quarantine.gone");
        assertThat(arrivals.find(head).orElseThrow().state()).isEqualTo(Arrival.State.QUARANTINED);
        assertThat(heard.of(MailArrived.class, mailbox)).isEmpty();
    }

    @Test
    void only_administrators_fetch() {
        assertThat(refusal(fetching(RAISED).fetch(new ArrivalId(1), new Authority(false, false, Grants.NONE))))
                .isEqualTo("mailbox.administer");
    }

    private FetchingAgain fetching(Limits limits) {
        return new FetchingAgain(quarantine, mailboxes, positions, arrivals, reading, files, limits, transaction);
    }

    private ArrivalId quarantined(MailboxId mailbox) {
        return heard.of(MailQuarantined.class, mailbox).getFirst().arrival();
    }

    private long arrivedUnder(ArrivalId id) {
        return quarantine.remains(id).orElseThrow().validity();
    }

    private static String refusal(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(Refusal why) ? why.message() : "done";
    }
}
