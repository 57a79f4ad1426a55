package usher.server.http;

import usher.domain.event.Policy;

/// The optional body `{holdSeconds}` of a hold or a refresh.
final class HoldTime {

    static final int BODY_BYTES_MAX = 4096;

    private HoldTime() {}

    /// The seconds that `body` asks for; 0 if it is empty or asks for none.
    ///
    /// @throws Problem if it is something else
    static int secondsIn(byte[] body) {
        if (body.length == 0) return 0;
        Fields fields = Fields.of(body);
        int seconds = fields.integer("holdSeconds", 1, Policy.HOLD_SECONDS_MAX, 0);
        fields.done();
        return seconds;
    }
}
