package sportello.bench;

import java.util.List;

/** A page that is measured, with the addresses that are asked for in turn. */
record MeasuredPage(String name, Visitor visitor, List<String> paths) {

    /** Who asks for it. */
    enum Visitor {
        STRANGER,
        ADMINISTRATOR,
        ORDINARY_AGENT,
        CUSTOMER_USER
    }

    String path(int number) {
        return paths.get(number % paths.size());
    }
}
