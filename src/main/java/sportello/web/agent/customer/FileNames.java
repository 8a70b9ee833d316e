package sportello.web.agent.customer;

import sportello.ticket.RequestFile;
import sportello.ticket.TicketNumber;
import sportello.ticket.Writing;

/** Where what belongs to a person lies in the archive. What a sender called a file is never a path there. */
public final class FileNames {
    private FileNames() {}

    /** No two of a request have the same. */
    public static String of(RequestFile file, TicketNumber number) {
        return "requests/" + number.value() + "/" + file.id() + "-" + safe(file.name());
    }

    static String of(Writing writing) {
        return "elsewhere/" + writing.number().value() + "-" + writing.no();
    }

    static String safe(String name) {
        var safe = name.replaceAll("[^\\p{L}\\p{N} ._-]", "_").replace("..", "_");
        return safe.length() <= 100 ? safe : safe.substring(safe.length() - 100);
    }
}
