package sportello.ticket;

import sportello.customer.CustomerId;
import sportello.identity.Viewer.CustomerViewer;

/** Whose requests a customer user looks at. */
public enum RequestScope {
    /** Those that the person wrote. */
    MINE("customer_user_id"),
    /** Those of the organisations that the person belongs to, the own ones among them. */
    OURS("customer_id");

    private final String column;

    RequestScope(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }

    Long[] ids(CustomerViewer viewer) {
        return switch (this) {
            case MINE -> new Long[] {viewer.id().value()};
            case OURS -> viewer.readable().stream().map(CustomerId::value).toArray(Long[]::new);
        };
    }
}
