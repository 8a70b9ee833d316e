package sportello.web;

/** One entry of the top bar: its key in the messages under {@code menu.}, and its address. */
public record MenuEntry(String key, String address, boolean forAdministrators) {

    /** Whether a page belongs to the entry: tickets stand at an address of their own, the others below the entry's. */
    boolean covers(String path) {
        if (key.equals("tickets") && path.startsWith("/tickets")) return true;
        return path.equals(address) || !key.equals("dashboard") && path.startsWith(address + "/");
    }
}
