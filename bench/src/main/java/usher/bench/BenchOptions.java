package usher.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import usher.bench.measure.Pace;
import usher.bench.report.Layout;

/// What `./usher bench` was asked to do.
///
/// @param measures their ids; none: all
/// @param pace how thoroughly
/// @param layout how to write the report
record BenchOptions(List<String> measures, Pace pace, Layout layout) {

    static final String USAGE =
            """
            usage: ./usher bench [S1 S2 S3 S4 S5 S6 S8 S9 S10 S11 S12 S13 S14 BEST BOOK Z1 Z3 Z5]
                                [options]
                   ./usher bench kill [--rounds N]
                   ./usher bench nodes [--rounds N]

              --quick        fewer and shorter rounds: to see that it works
              --rounds N     how often everything is measured (7)
              --seconds N    how long each load lasts in a round (5)
              --markdown     write the table as PERFORMANCE.md has it
              --json         write it for programs
            """;

    /// @throws IllegalArgumentException if it makes no sense; says what
    static BenchOptions parse(List<String> arguments) {
        List<String> measures = new ArrayList<>();
        Pace pace = arguments.contains("--quick") ? Pace.QUICK : Pace.FULL;
        Layout layout = Layout.TEXT;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--quick" -> {}
                case "--json" -> layout = Layout.JSON;
                case "--markdown" -> layout = Layout.MARKDOWN;
                case "--rounds" -> pace = pace.withRounds(number(arguments, ++i));
                case "--seconds" -> pace = pace.withRoundMillis(1000L * number(arguments, ++i));
                default -> measures.add(measure(argument));
            }
        }
        return new BenchOptions(List.copyOf(measures), pace, layout);
    }

    /// Whether a measure is among those asked for.
    boolean wants(String measure) {
        return measures.isEmpty() || measures.contains(measure);
    }

    /// The number after an option.
    static int number(List<String> arguments, int at) {
        String option = arguments.get(at - 1);
        try {
            int number = at < arguments.size() ? Integer.parseInt(arguments.get(at)) : 0;
            if (number > 0) return number;
        } catch (NumberFormatException e) {
            // It is said below.
        }
        throw new IllegalArgumentException(option + " needs a number of 1 or more");
    }

    private static String measure(String argument) {
        String id = argument.toUpperCase(Locale.ROOT);
        if (!Bench.MEASURES.containsKey(id)) {
            throw new IllegalArgumentException("there is no measure or option " + argument);
        }
        return id;
    }
}
