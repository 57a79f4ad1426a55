package usher.bench.report;

/// What a median should be: at least or at most a number, or anything at all.
public record Goal(Kind kind, double value) {

    /// How a goal compares.
    public enum Kind {
        AT_LEAST("≥ "),
        AT_MOST("≤ "),
        NONE("");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }
    }

    /// Not a goal but a number that explains another.
    public static final Goal NONE = new Goal(Kind.NONE, 0);

    public static Goal atLeast(double value) {
        return new Goal(Kind.AT_LEAST, value);
    }

    public static Goal atMost(double value) {
        return new Goal(Kind.AT_MOST, value);
    }

    public boolean isMetBy(double median) {
        return switch (kind) {
            case AT_LEAST -> median >= value;
            case AT_MOST -> median <= value;
            case NONE -> true;
        };
    }

    /// Such as `≥ 0.80`; empty if there is none.
    @Override
    public String toString() {
        return kind == Kind.NONE ? "" : kind.sign + Numbers.text(value);
    }
}
