package usher.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Rows and machines as JSON objects.
final class Json {

    private Json() {}

    static String write(Row row) {
        return "{"
                + field("id", text(row.id()))
                + field("measure", text(row.what()))
                + field("goal", text(row.goal().toString()))
                + field("met", String.valueOf(row.goal().isMetBy(row.samples().median())))
                + field("valid", String.valueOf(row.isValid()))
                + field("median", number(row.samples().median()))
                + field("min", number(row.samples().min()))
                + field("max", number(row.samples().max()))
                + field("rounds", String.valueOf(row.samples().count()))
                + field("limits", text(row.limits()))
                + "\"troubles\":"
                + texts(row.troubles())
                + "}";
    }

    static String write(Machine machine) {
        return "{"
                + field("processor", text(machine.processor()))
                + field("cores", String.valueOf(machine.cores()))
                + field("system", text(machine.system()))
                + field("jdk", text(machine.jdk()))
                + field("diskP50Micros", String.valueOf(machine.diskP50Micros()))
                + field("diskP99Micros", String.valueOf(machine.diskP99Micros()))
                + field("commit", text(machine.commit()))
                + "\"date\":"
                + text(machine.date().toString())
                + "}";
    }

    private static String field(String name, String value) {
        return text(name) + ":" + value + ",";
    }

    static String texts(List<String> texts) {
        return texts.stream().map(Json::text).collect(Collectors.joining(",", "[", "]"));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String text(String value) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') json.append('\\');
            json.append(c < ' ' ? ' ' : c);
        }
        return json.append('"').toString();
    }
}
