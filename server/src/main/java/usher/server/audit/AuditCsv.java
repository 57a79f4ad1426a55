package usher.server.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import usher.domain.EventId;

/// A page of an audit as CSV, a fact a row, each page with the names of its columns.
final class AuditCsv implements AuditOutput {

    static final String TYPE = "text/csv";

    private static final String TYPE_SENT = TYPE + ";charset=utf-8;header=present";
    private static final String COLUMNS =
            "version,at,by,request,fact,user,seats,labels,until,details\r\n";
    private static final Set<String> WITH_COLUMNS = Set.of("user", "seats", "labels", "until");
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final StringBuilder out = new StringBuilder(COLUMNS);
    private final EventId event;
    private final int limit;

    /// @param limit that of this page, for the next one
    AuditCsv(EventId event, int limit) {
        this.event = event;
        this.limit = limit;
    }

    @Override
    public void add(AuditFact fact) {
        JsonNode stored = fact.stored();
        new CsvRow(out)
                .cell(Long.toString(fact.version()))
                .cell(time(fact.atMillis()))
                .cell(fact.by())
                .cell(fact.request())
                .cell(fact.name())
                .cell(stored.path("user").asText())
                .cell(seats(stored.path("seats")))
                .cell(labels(stored.path("labels")))
                .cell(stored.has("until") ? time(stored.get("until").longValue()) : "")
                .cell(details(fact))
                .end();
    }

    private static String time(long millis) {
        return MILLIS.format(Instant.ofEpochMilli(millis));
    }

    /// Numbers and ranges, such as `3 17..20`: no spreadsheet takes that for a date.
    private static String seats(JsonNode seats) {
        return StreamSupport.stream(seats.spliterator(), false)
                .map(
                        item ->
                                item.isArray()
                                        ? item.get(0).asText() + ".." + item.get(1).asText()
                                        : item.asText())
                .collect(Collectors.joining(" "));
    }

    /// Labels may have spaces in them, so they are told apart by something else.
    private static String labels(JsonNode labels) {
        return StreamSupport.stream(labels.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("; "));
    }

    /// What has no column of its own, as JSON; empty if there is nothing.
    private static String details(AuditFact fact) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        fact.particulars()
                .filter(field -> !WITH_COLUMNS.contains(field.getKey()))
                .forEach(field -> details.set(field.getKey(), field.getValue()));
        return details.isEmpty() ? "" : details.toString();
    }

    @Override
    public int bytes() {
        return out.length();
    }

    @Override
    public Response endWithMore(long cursor) {
        String next =
                "</v1/events/%s/audit?format=csv&after=%d&limit=%d>; rel=\"next\""
                        .formatted(event, cursor, limit);
        return answer().header("Link", next).build();
    }

    @Override
    public Response end() {
        return answer().build();
    }

    private Response.ResponseBuilder answer() {
        byte[] body = out.toString().getBytes(StandardCharsets.UTF_8);
        return Response.ok(body)
                .header("Content-Type", TYPE_SENT)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"audit-%s.csv\"".formatted(event))
                .header("Vary", "Accept");
    }
}
