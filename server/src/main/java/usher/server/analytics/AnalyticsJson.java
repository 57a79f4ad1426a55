package usher.server.analytics;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import usher.domain.analytics.Analytics;
import usher.domain.analytics.Bucket;
import usher.domain.analytics.Step;
import usher.domain.analytics.Tally;
import usher.domain.plan.Plan;
import usher.domain.plan.Tier;
import usher.domain.selling.BookingStatus;
import usher.ledger.JsonBytes;
import usher.server.http.Timestamps;

/// Figures as JSON.
final class AnalyticsJson {

    private static final int BYTES = 8192;

    private final Figures figures;
    private final Plan plan;
    private final Analytics analytics;
    private final @Nullable String currency;
    private final JsonBytes json = new JsonBytes(BYTES);

    private AnalyticsJson(Figures figures) {
        this.figures = figures;
        this.plan = figures.event().plan();
        this.analytics = figures.analytics();
        this.currency = plan.tiers().isEmpty() ? null : plan.tiers().getFirst().price().currency();
    }

    /// Everything, with what happened by `bucket`.
    static byte[] render(Figures figures, Bucket bucket) {
        return new AnalyticsJson(figures).all(bucket);
    }

    private byte[] all(Bucket bucket) {
        Tally total = analytics.total();
        json.beginObject();
        json.field("eventId").value(figures.event().id().value());
        json.field("version").value(figures.version());
        writePlaces(plan.totalSeats(), total, analytics.blocked());
        writeMoney(total);
        writeClaims(total);
        writeBookings();
        json.field("tiers").beginArray();
        for (Tier tier : plan.tiers()) writeTier(tier);
        json.endArray();
        writeSeries(bucket);
        return json.endObject().toByteArray();
    }

    private void writePlaces(int total, Tally tally, int blocked) {
        long held = tally.open();
        long sold = tally.places(Step.SOLD) - tally.places(Step.RETURNED);
        json.field("total").value(total);
        json.field("available").value(total - held - sold - blocked);
        json.field("held").value(held);
        json.field("sold").value(sold);
        json.field("blocked").value(blocked);
        json.field("returned").value(tally.places(Step.RETURNED));
    }

    private void writeMoney(Tally tally) {
        writeMoney("revenue", tally.revenue() - tally.refunds());
        writeMoney("refunds", tally.refunds());
    }

    private void writeMoney(String field, long amount) {
        if (currency == null) return;
        json.field(field).beginObject().field("amount").value(amount);
        json.field("currency").plain(currency).endObject();
    }

    private void writeClaims(Tally total) {
        json.field("claims").beginObject();
        json.field("begun").value(total.places(Step.CLAIMED));
        json.field("open").value(total.open());
        for (Step step : Step.values()) {
            if (step.endsClaim()) json.field(word(step)).value(total.places(step));
        }
        long ended = total.ended();
        if (ended > 0) {
            double conversion = (double) total.places(Step.SOLD) / ended;
            json.field("conversion").ascii(String.format(Locale.ROOT, "%.4f", conversion));
        }
        json.endObject();
    }

    private void writeBookings() {
        json.field("bookings").beginObject();
        for (BookingStatus status : BookingStatus.values()) {
            json.field(status.name().toLowerCase(Locale.ROOT)).value(analytics.bookings(status));
        }
        json.endObject();
    }

    private void writeTier(Tier tier) {
        json.beginObject().field("name").value(tier.name());
        writeMoney("price", tier.price().amount());
        Tally tally = analytics.of(tier);
        writePlaces(plan.capacity(tier), tally, analytics.blocked(tier));
        writeMoney(tally);
        json.endObject();
    }

    private void writeSeries(Bucket bucket) {
        json.field("series").beginObject();
        json.field("bucket").plain(bucket.name().toLowerCase(Locale.ROOT));
        json.field("timeZone").value(Follower.zone(figures.event()).getId());
        json.field("items").beginArray();
        for (Map.Entry<Long, Tally> each : analytics.series(bucket).entrySet()) {
            json.beginObject();
            Timestamps.write(json.field("from"), each.getKey());
            Tally tally = each.getValue();
            for (Step step : Step.values()) json.field(word(step)).value(tally.places(step));
            if (currency != null) {
                json.field("revenue").value(tally.revenue() - tally.refunds());
                json.field("refunds").value(tally.refunds());
            }
            json.endObject();
        }
        json.endArray().endObject();
    }

    private static String word(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
