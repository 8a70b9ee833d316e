package sportello.web.agent.ticket;

import org.junit.jupiter.api.Test;
import sportello.Edge;
import sportello.storage.Hash;
import sportello.ticket.AttachedFile;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {

    @Test
    void files_are_shown_up_to_their_sizes() throws Exception {
        Edge.of("web/agent/ticket/Preview.LARGEST_THUMBNAIL")
                .isTheLast(size -> Preview.hasThumbnail(file("image/png", size)));
        Edge.of("web/agent/ticket/Preview.LONGEST_TEXT")
                .isTheLast(size -> Preview.isPromised(file("text/plain", size)));
    }

    private static AttachedFile file(String type, int size) {
        return new AttachedFile(1, "file", type, size, new Hash("0".repeat(64)));
    }
}
