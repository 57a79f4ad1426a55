package usher.bench.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A house, as a list of sections whose prices follow from what the best seat of a show costs.
record Venue(String name, List<Area> areas) {

    /// A section.
    ///
    /// @param percent of the full price
    /// @param places the rest of the section, as fields of its JSON
    record Area(String name, String tier, int percent, String places) {

        private String section(long fullPrice) {
            return """
            {"name":"%s","tier":"%s","price":{"amount":%d,"currency":"EUR"},%s}\
            """
                    .formatted(name, tier, fullPrice * percent / 100, places);
        }
    }

    private static final int BLOCKS_IN_RANK = 7;

    Venue {
        areas = List.copyOf(areas);
    }

    /// Stalls, boxes, a circle and a gallery under one roof of 1803.
    static Venue theatre() {
        return new Venue(
                "Marlow Theatre",
                List.of(
                        new Area(
                                "Stalls",
                                "Stalls",
                                100,
                                """
                                "rows":18,"seatsPerRow":28,"aisles":[7,21],\
                                "accessible":["A-1","A-2","A-27","A-28"],"x":0,"y":3\
                                """),
                        box("Boxes left", -22),
                        box("Boxes right", 22),
                        new Area(
                                "Dress Circle",
                                "Circle",
                                80,
                                """
                                "seatsInRow":[30,32,34,34,36,36],"aisles":[10,20],\
                                "accessible":["A-1","A-30"],"x":0,"y":26\
                                """),
                        new Area(
                                "Gallery",
                                "Gallery",
                                40,
                                """
                                "seatsInRow":[34,36,38,40,40],"aisles":[17],"x":0,"y":36\
                                """)));
    }

    /// A floor to stand on, and two ranks of seats around it.
    static Venue arena() {
        List<Area> areas = new ArrayList<>();
        areas.add(new Area("Floor", "Standing", 70, "\"capacity\":2500,\"x\":0,\"y\":5"));
        for (int i = 0; i < 2 * BLOCKS_IN_RANK; i++) {
            areas.add(block("Block " + (101 + i), "Lower Rank", 100, 18, i, 30));
            areas.add(block("Block " + (201 + i), "Upper Rank", 55, 20, i, 80));
        }
        return new Venue("Harbour Arena", areas);
    }

    /// Most people dance; those who would rather not sit upstairs.
    static Venue club() {
        return new Venue(
                "The Blue Kettle",
                List.of(
                        new Area("Dance Floor", "Dance Floor", 75, "\"capacity\":350"),
                        new Area(
                                "Balcony",
                                "Balcony",
                                100,
                                """
                                "rows":3,"seatsPerRow":16,"aisles":[8],\
                                "accessible":["A-1","A-2","A-15","A-16"],"x":0,"y":12\
                                """)));
    }

    /// Its sections as JSON, when the best seat costs `fullPrice` cents.
    String sections(long fullPrice) {
        return areas.stream()
                .map(area -> area.section(fullPrice))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static Area box(String name, int x) {
        String places = "\"rows\":4,\"seatsPerRow\":4,\"x\":%d,\"y\":6".formatted(x);
        return new Area(name, "Boxes", 90, places);
    }

    /// The `i`th block of a rank whose nearer half is `y` away from the stage.
    private static Area block(String name, String tier, int percent, int rows, int i, int y) {
        int x = 26 * (i % BLOCKS_IN_RANK - BLOCKS_IN_RANK / 2);
        int away = y + 24 * (i / BLOCKS_IN_RANK);
        String places =
                """
                "rows":%d,"seatsPerRow":22,"aisles":[11],"accessible":["A-1","A-2"],"x":%d,"y":%d\
                """
                        .formatted(rows, x, away);
        return new Area(name, tier, percent, places);
    }
}
