package sportello.demo.story;

import org.jspecify.annotations.Nullable;

/**
 * One scenario as it is played once: who writes, for which town, and how far it has come.
 *
 * @param twin a colleague who writes about the same matter without knowing, if there is one
 */
record Play(
        int number,
        Scenario scenario,
        Ending ending,
        Clerk clerk,
        Town town,
        @Nullable Clerk twin) {

    Play with(Clerk colleague) {
        return new Play(number, scenario, ending, clerk, town, colleague);
    }
}
