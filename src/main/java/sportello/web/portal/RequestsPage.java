package sportello.web.portal;

import org.jspecify.annotations.Nullable;
import sportello.ticket.RequestCounts;
import sportello.ticket.RequestList;
import sportello.ticket.RequestScope;

/**
 * The portal's first page: what is under way and what is over.
 *
 * @param manyOrganisations whether the person asks for more than one
 * @param confirmed whether the person reads what others have asked for the same organisations
 * @param underWay null where only older closed requests are shown
 * @param over null where only older requests under way are shown
 * @param archived what was put away, null where that was not asked for
 */
public record RequestsPage(
        RequestScope scope,
        RequestCounts counts,
        boolean manyOrganisations,
        boolean confirmed,
        @Nullable RequestList underWay,
        @Nullable RequestList over,
        @Nullable RequestList archived) {

    public boolean isMine() {
        return scope == RequestScope.MINE;
    }

    /** Whether the lists go on from an earlier page. */
    public boolean goesOn() {
        return underWay == null || over == null;
    }

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return isEmpty(underWay) && isEmpty(over) && isEmpty(archived);
    }

    /** The page's address, with the scope that the person chose. */
    public String address() {
        return isMine() ? "/portal" : "/portal?scope=ours";
    }

    /** Where what was put away is found. */
    public String archive() {
        return address() + (isMine() ? "?" : "&") + "stage=archived";
    }

    /** The address at which the list goes on. */
    public String address(String list, RequestList from) {
        var start = archived == null ? address() + (isMine() ? "?" : "&") : archive() + "&";
        return start + list + "=" + from.next();
    }

    private static boolean isEmpty(@Nullable RequestList list) {
        return list == null || list.lines().isEmpty();
    }
}
