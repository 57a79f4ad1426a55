package usher.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How a report is written.
public enum Layout {
    /// For a terminal: columns side by side.
    TEXT {
        @Override
        public String write(Report report) {
            List<List<String>> lines = cells(report);
            int columns = HEAD.size();
            List<Integer> widths = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                int at = column;
                widths.add(lines.stream().mapToInt(line -> line.get(at).length()).max().orElse(0));
            }
            StringBuilder text = new StringBuilder(report.machine().sentence()).append("\n\n");
            for (List<String> line : lines) {
                StringBuilder row = new StringBuilder();
                for (int column = 0; column < columns; column++) {
                    row.append(padded(line.get(column), widths.get(column))).append("  ");
                }
                text.append(row.toString().stripTrailing()).append('\n');
            }
            report.failures().forEach(failure -> text.append(failure).append('\n'));
            return text.toString();
        }
    },

    /// For PERFORMANCE.md.
    MARKDOWN {
        @Override
        public String write(Report report) {
            List<List<String>> lines = cells(report);
            StringBuilder text = new StringBuilder(report.machine().sentence()).append("\n\n");
            text.append(barred(lines.getFirst()));
            text.append("|").append(" --- |".repeat(HEAD.size())).append('\n');
            lines.stream().skip(1).forEach(line -> text.append(barred(line)));
            report.failures().forEach(failure -> text.append("\n- ").append(failure).append('\n'));
            return text.toString();
        }
    },

    /// For programs.
    JSON {
        @Override
        public String write(Report report) {
            String rows = report.rows().stream().map(Json::write).collect(Collectors.joining(","));
            return "{\"machine\":%s,\"measures\":[%s],\"failures\":%s}\n"
                    .formatted(Json.write(report.machine()), rows, Json.texts(report.failures()));
        }
    };

    private static final List<String> HEAD =
            List.of("", "measure", "goal", "median", "min..max", "rounds", "what limits");

    public abstract String write(Report report);

    private static List<List<String>> cells(Report report) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        for (Row row : report.rows()) {
            lines.add(
                    List.of(
                            row.id(),
                            row.what(),
                            row.verdict(),
                            row.median(),
                            row.spread(),
                            String.valueOf(row.samples().count()),
                            row.remarks()));
        }
        return lines;
    }

    private static String barred(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String padded(String text, int width) {
        return String.format(Locale.ROOT, "%-" + Math.max(width, 1) + "s", text);
    }
}
