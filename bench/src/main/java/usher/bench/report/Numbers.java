package usher.bench.report;

import java.util.Locale;

/// Numbers as people compare them: three digits that count, thousands apart.
final class Numbers {

    private Numbers() {}

    static String text(double number) {
        double size = Math.abs(number);
        if (size >= 100) return String.format(Locale.ROOT, "%,.0f", number);
        if (size >= 10) return String.format(Locale.ROOT, "%.1f", number);
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
