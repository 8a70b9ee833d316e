package sportello.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What of all IP addresses lies in the open internet, by the registries of special addresses (RFC 6890 and what followed).
 * An IPv4 address within an IPv6 one, by mapping, translation or a tunnel, is none of them.
 */
final class PublicSpace {
    private static final List<Block> SPECIAL = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    /** Of the sixth version only this is given to anybody. */
    private static final List<Block> GIVEN = blocks("2000::/3");

    /** Where nobody has a server for messages: the link itself, which clouds answer with their secrets, groups, nowhere. */
    private static final List<Block> NEVER =
            blocks("0.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3", "fe80::/10", "ff00::/8");

    private PublicSpace() {}

    static boolean holds(InetAddress address) {
        return (address instanceof Inet4Address || lies(address, GIVEN)) && !lies(address, SPECIAL);
    }

    /** Whether a server can stand there, in the open or within a company. */
    static boolean isAnywhere(InetAddress address) {
        return !address.isAnyLocalAddress() && !lies(address, NEVER);
    }

    private static boolean lies(InetAddress address, List<Block> blocks) {
        return blocks.stream().anyMatch(block -> block.holds(address.getAddress()));
    }

    private static List<Block> blocks(String... written) {
        return Stream.of(written).map(Block::of).toList();
    }

    private record Block(byte[] start, int bits) {

        static Block of(String written) {
            var parts = written.split("/");
            return new Block(InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        }

        boolean holds(byte[] address) {
            var whole = bits / Byte.SIZE;
            if (address.length != start.length || !Arrays.equals(address, 0, whole, start, 0, whole)) return false;
            var rest = bits % Byte.SIZE;
            return rest == 0 || (address[whole] ^ start[whole]) >> (Byte.SIZE - rest) == 0;
        }
    }
}
