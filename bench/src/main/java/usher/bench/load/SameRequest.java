package usher.bench.load;

import java.nio.ByteBuffer;

/// Asks the same on every connection, for ever.
final class SameRequest implements Script {

    private final byte[] request;
    private final int expectedStatus;

    SameRequest(byte[] request, int expectedStatus) {
        this.request = request;
        this.expectedStatus = expectedStatus;
    }

    @Override
    public boolean ask(int connection, ByteBuffer target) {
        target.put(request);
        return true;
    }

    @Override
    public boolean answered(int connection, int status) {
        return status == expectedStatus;
    }
}
