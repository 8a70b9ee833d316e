package sportello.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many kills, and a death at each step. Run by {@code bin/drill mail}. */
@Tag("drill")
class MailDrill extends MailUnderKills {
    private static final int KILLS = Integer.getInteger("drill.kills", 25);

    @Test
    void whoever_is_killed_while_mail_comes_loses_none_and_doubles_none() throws Exception {
        killEach(KILLS);
    }

    @Test
    void a_node_that_dies_at_any_step_loses_none_and_doubles_none() throws Exception {
        var deaths = 0;
        for (var step : Step.values()) {
            for (var after : new int[] {1, 7}) {
                for (var mail = 0; mail < 10; mail++) ledger.give();
                try (var node = node("--drill.halt=" + step, "--drill.after=" + after)) {
                    await(node, () -> !node.isAlive());
                    assertThat(node.awaitDeath())
                            .as("%s: %s", step, node.words())
                            .isEqualTo(137);
                    deaths++;
                }
            }
        }

        finish("R3", deaths);
    }

    @Test
    void what_a_frozen_node_writes_when_it_thaws_is_refused() throws Exception {
        try (var first = node();
                var second = node()) {
            await(first, () -> first.isReady() && second.isReady());
            for (var round = 0; round < 10; round++) {
                var frozen = round % 2 == 0 ? first : second;
                for (var mail = 0; mail < 30; mail++) ledger.give();
                Thread.sleep(random.nextInt(150));
                frozen.freeze();
                await(round % 2 == 0 ? second : first, ledger::isDone);
                frozen.thaw();
            }
        }

        finish("R38", 10);
    }
}
