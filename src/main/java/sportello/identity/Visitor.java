package sportello.identity;

import java.util.Arrays;

/**
 * From where somebody comes to the door.
 *
 * @param address the IP address of whoever knocks
 * @param browser what the browser says of itself
 * @param connection the address from which the request reaches us: the same, or that of a proxy before the house
 * @param device what the browser keeps of those who have entered through it ({@link Devices}), empty for nothing
 */
public record Visitor(String address, String browser, String connection, String device) {

    private static final int LONGEST_BROWSER = 200;

    public Visitor {
        if (browser.length() > LONGEST_BROWSER) browser = browser.substring(0, LONGEST_BROWSER);
    }

    /** A stranger with no proxy between. */
    public Visitor(String address, String browser) {
        this(address, browser, address, "");
    }

    /** The address to count tries by; of IPv6 the first half, because whoever has one address has 2⁶⁴ of them. */
    String network() {
        if (!address.contains(":")) return address;
        var groups = address.replaceFirst("%.*", "").split("::", 2);
        var first = groups[0].isEmpty() ? new String[0] : groups[0].split(":");
        var network = Arrays.copyOf(first, 4);
        for (int i = first.length; i < network.length; i++) network[i] = "0";
        return String.join(":", network);
    }
}
