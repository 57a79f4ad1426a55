package usher.server.webhooks;

import java.net.InetAddress;
import java.util.List;

/// The addresses at which strangers can be reached: all but those that the registries of
/// [RFC 6890](https://www.rfc-editor.org/rfc/rfc6890) keep for hosts, private networks, documents
/// and the like, and those behind which such a one may stand.
final class PublicAddresses {

    /// The first `bits` bits of addresses that are not public.
    private static final class Block {

        private final byte[] start;
        private final int bits;

        private Block(byte[] start, int bits) {
            this.start = start;
            this.bits = bits;
        }

        static Block of(String text) {
            String[] parts = text.split("/", -1);
            byte[] start = InetAddress.ofLiteral(parts[0]).getAddress();
            return new Block(start, Integer.parseInt(parts[1]));
        }

        boolean has(byte[] address) {
            if (address.length != start.length) return false;
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit & 7);
                if (((address[bit >> 3] ^ start[bit >> 3]) & mask) != 0) return false;
            }
            return true;
        }
    }

    private static final List<Block> OTHERS =
            List.of(
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
                            "::/96",
                            "64:ff9b::/96",
                            "64:ff9b:1::/48",
                            "100::/64",
                            "2001::/23",
                            "2001:db8::/32",
                            "2002::/16",
                            "3fff::/20",
                            "5f00::/16",
                            "fc00::/7",
                            "fe80::/9",
                            "ff00::/8")
                    .stream()
                    .map(Block::of)
                    .toList();

    private PublicAddresses() {}

    static boolean has(InetAddress address) {
        byte[] bytes = address.getAddress();
        return OTHERS.stream().noneMatch(block -> block.has(bytes));
    }
}
