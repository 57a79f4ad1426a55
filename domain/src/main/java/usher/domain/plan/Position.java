package usher.domain.plan;

/// A point of the plan, in seat widths: `x` to the right, `y` away from the stage.
///
/// @param x -10,000 to 10,000
/// @param y -10,000 to 10,000
public record Position(int x, int y) {

    public static final int COORDINATE_MAX = 10_000;

    public Position {
        requireOnPlan("x", x);
        requireOnPlan("y", y);
    }

    private static void requireOnPlan(String name, int coordinate) {
        if (Math.abs((long) coordinate) > COORDINATE_MAX) {
            throw new IllegalArgumentException(
                    "%s must be -10000 to 10000: %d".formatted(name, coordinate));
        }
    }
}
