package usher.bench.seed;

import java.util.List;

/// A house in which nobody has a seat, only one of three kinds of tickets.
///
/// @param timeZone of the IANA
record Hall(String name, String timeZone, String address, int vip, int frontRow, int ga) {

    private static final Hall LANTERN =
            new Hall("Lantern Club", "Europe/Berlin", "Hofweg 7, Berlin", 20, 60, 320);
    private static final Hall GARDEN =
            new Hall("Opera Garden", "Australia/Sydney", "2 Quay Lawn, Sydney", 300, 900, 2_800);
    private static final Hall RIVERSIDE =
            new Hall("Riverside Hall", "America/Sao_Paulo", "Rua do Porto 40", 100, 400, 4_500);
    private static final Hall DOCKSIDE =
            new Hall("Dockside Arena", "America/New_York", "Pier 9", 500, 2_000, 17_500);
    private static final Hall STADIUM =
            new Hall("Northern Stadium", "Europe/London", "1 Park Road", 1_000, 4_000, 45_000);

    /// All of them.
    static List<Hall> all() {
        return List.of(LANTERN, GARDEN, RIVERSIDE, DOCKSIDE, STADIUM);
    }

    /// What adds it as a venue. None of its texts needs escaping.
    String body() {
        return """
        {"name":"%s","timeZone":"%s","address":"%s",\
        "tiers":{"VIP":%d,"Front Row":%d,"GA":%d}}\
        """
                .formatted(name, timeZone, address, vip, frontRow, ga);
    }
}
