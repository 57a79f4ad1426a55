package usher.domain.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import usher.domain.SeatSet;

/// Small houses that nobody would build, all from one seed.
public final class RandomPlans {

    /// The tiers that a house may have; the first two are numbered, the others are not. The first
    /// and the last cost nothing.
    public static final List<Tier> TIERS =
            List.of(tier("Stalls", 0), tier("Box", 900), tier("Floor", 100), tier("Lawn", 0));

    private final SplittableRandom random;

    public RandomPlans(SplittableRandom random) {
        this.random = random;
    }

    /// A house of 1 to 4 sections, each of 1 to 30 places.
    public Plan next() {
        List<Section> sections = new ArrayList<>();
        int count = random.nextInt(1, 5);
        for (int i = 0; i < count; i++) sections.add(section("S" + i));
        return Plan.of(sections);
    }

    /// A house of up to `seats` places.
    public Plan ofAtMost(int seats) {
        Plan plan = next();
        while (plan.totalSeats() > seats) plan = next();
        return plan;
    }

    private Section section(String name) {
        int tier = random.nextInt(TIERS.size());
        return tier < 2
                ? numbered(name, TIERS.get(tier))
                : GeneralAdmission.of(name, TIERS.get(tier), random.nextInt(1, 20), position());
    }

    private NumberedSection numbered(String name, Tier tier) {
        int[] lengths = IntStream.range(0, random.nextInt(1, 6)).map(_ -> length()).toArray();
        Rows rows = random.nextBoolean() ? Rows.equal(lengths.length, length()) : Rows.of(lengths);
        return new NumberedSection(
                name,
                tier,
                rows,
                labels(rows.count()),
                random.nextInt(1, 30),
                some(rows.longest() - 1, 3),
                some(rows.total(), 5),
                position());
    }

    private RowLabels labels(int rows) {
        return switch (random.nextInt(4)) {
            case 0 -> RowLabels.letters();
            case 1 -> new RowLabels.From("Y");
            case 2 -> new RowLabels.From("9");
            default ->
                    new RowLabels.Listed(IntStream.range(0, rows).mapToObj(i -> "r-" + i).toList());
        };
    }

    private SeatSet some(int highest, int oneIn) {
        return SeatSet.of(
                IntStream.rangeClosed(1, highest)
                        .filter(_ -> random.nextInt(oneIn) == 0)
                        .toArray());
    }

    private @Nullable Position position() {
        return random.nextBoolean() ? null : new Position(random.nextInt(-9, 9), 0);
    }

    private int length() {
        return random.nextInt(1, 7);
    }

    private static Tier tier(String name, long amount) {
        return new Tier(name, new Money(amount, "EUR"));
    }
}
