package usher.bench.demo;

import java.util.List;

/// What `./usher demo` was asked to do.
///
/// @param port to serve on; 0: any that is free
/// @param visitors how many there are at a time, 1 to 10,000
/// @param seconds until it ends; 0: when it is told to
record DemoOptions(int port, int visitors, int seconds) {

    static final String USAGE =
            "usage: ./usher demo [--port N] [--visitors N (300)] [--seconds N (until Ctrl-C)]";

    private static final int VISITORS_MAX = 10_000;
    private static final int PORT_MAX = 65_535;
    private static final int SECONDS_MAX = 1_000_000;

    /// @throws IllegalArgumentException if it makes no sense; says what
    static DemoOptions parse(List<String> arguments) {
        DemoOptions options = new DemoOptions(0, 300, 0);
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            options =
                    switch (option) {
                        case "--port" -> options.withPort(number(option, value, PORT_MAX));
                        case "--visitors" ->
                                options.withVisitors(number(option, value, VISITORS_MAX));
                        case "--seconds" -> options.withSeconds(number(option, value, SECONDS_MAX));
                        default ->
                                throw new IllegalArgumentException("there is no option " + option);
                    };
        }
        return options;
    }

    private DemoOptions withPort(int newPort) {
        return new DemoOptions(newPort, visitors, seconds);
    }

    private DemoOptions withVisitors(int newVisitors) {
        return new DemoOptions(port, newVisitors, seconds);
    }

    private DemoOptions withSeconds(int newSeconds) {
        return new DemoOptions(port, visitors, newSeconds);
    }

    private static int number(String option, String value, int max) {
        if (value.matches("[0-9]{1,7}")) {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= max) return number;
        }
        throw new IllegalArgumentException("%s needs a number from 1 to %d".formatted(option, max));
    }
}
