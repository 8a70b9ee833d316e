package sportello.story;

import org.junit.jupiter.api.Tag;

/** The same with as many as can be chosen at once. */
@Tag("drill")
class LongListDrill extends ListStoryTest {

    @Override
    int many() {
        return 500;
    }
}
