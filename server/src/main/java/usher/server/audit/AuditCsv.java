package usher.server.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.server.http.CsvRow;
import usher.server.http.CsvTable;

/// A page of an audit as CSV, a fact a row, each page with the names of its columns.
final class AuditCsv implements AuditOutput {

    private static final String COLUMNS =
            "version,at,by,request,fact,user,seats,labels,until,details";
    private static final Set<String> WITH_COLUMNS = Set.of("user", "seats", "labels", "until");
    private final CsvTable table = new CsvTable(COLUMNS);
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
        CsvRow row =
                table.row()
                        .cell(fact.version())
                        .moment(fact.atMillis())
                        .cell(fact.by())
                        .cell(fact.request())
                        .cell(fact.name())
                        .cell(stored.path("user").asText())
                        .cell(seats(stored.path("seats")))
                        .cell(labels(stored.path("labels")));
        if (stored.has("until")) row.moment(stored.get("until").longValue());
        else row.cell(null);
        row.cell(details(fact)).end();
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
        return table.length();
    }

    @Override
    public Response endWithMore(long cursor) {
        return answer(
                "/v1/events/%s/audit?format=csv&after=%d&limit=%d".formatted(event, cursor, limit));
    }

    @Override
    public Response end() {
        return answer(null);
    }

    private Response answer(@Nullable String next) {
        return table.answer("audit-" + event, next);
    }
}
