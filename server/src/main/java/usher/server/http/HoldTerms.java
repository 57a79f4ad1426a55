package usher.server.http;

import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.access.CodeHash;
import usher.domain.event.Policy;

/// The optional body `{holdSeconds, accessCode}` of a hold.
///
/// @param seconds 0 if it asks for none
record HoldTerms(int seconds, @Nullable CodeHash code) {

    private static final HoldTerms USUAL = new HoldTerms(0, null);

    /// What `body` says; nothing, if it is empty.
    ///
    /// @throws Problem if it is something else
    static HoldTerms in(byte[] body, EventId event) {
        if (body.length == 0) return USUAL;
        Fields fields = Fields.of(body);
        HoldTerms terms = read(fields, event);
        fields.done();
        return terms;
    }

    /// What the fields of a larger body say.
    static HoldTerms read(Fields fields, EventId event) {
        int seconds = fields.integer("holdSeconds", 1, Policy.HOLD_SECONDS_MAX, 0);
        return new HoldTerms(seconds, GivenCode.read(fields, event));
    }
}
