package sportello.web;

import sportello.identity.Viewer.AgentViewer;

/** One entry of the top bar: its key in the messages under {@code menu.}, and its address. */
public record MenuEntry(String key, String address, boolean forAdministrators) {

    /** Where its link leads: to the list that was looked at last, else to the entry's page. */
    public String link() {
        return key.equals("tickets") ? address + "?again=true" : address;
    }

    /** Administrators find the log of access among the rest that they keep. */
    boolean isFor(AgentViewer viewer) {
        if (key.equals("access_log"))
            return !viewer.administrator() && viewer.authority().readsAccess();
        return viewer.administrator() || !forAdministrators;
    }

    /** Whether a page belongs to the entry: tickets stand at an address of their own, the others below the entry's. */
    boolean covers(String path) {
        if (key.equals("tickets") && path.startsWith("/tickets")) return true;
        return path.equals(address) || !key.equals("dashboard") && path.startsWith(address + "/");
    }

    /** The keys that lead there, one after the other: Italian initials as far as they are free, the same in every language. */
    public String shortcut() {
        return switch (key) {
            case "dashboard" -> "g d";
            case "customers" -> "g u";
            case "calendar" -> "g c";
            case "tickets" -> "g r";
            case "reports" -> "g e";
            case "admin", "access_log" -> "g a";
            default -> throw new IllegalStateException(key);
        };
    }
}
