package usher.server.webhooks;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import usher.server.security.Secrets;

/// The secrets that sign what is sent to endpoints. None is kept anywhere: each is derived from
/// Usher's own, the id of the endpoint and how often its secret was replaced. Thread-safe.
@Singleton
final class EndpointSecrets {

    private static final String PREFIX = "whsec_";

    private final Secrets secrets;

    EndpointSecrets(Secrets secrets) {
        this.secrets = secrets;
    }

    /// The one of `endpoint` that is to be used, as [Standard
    /// Webhooks](https://www.standardwebhooks.com)
    /// writes it.
    String shown(Endpoint endpoint) {
        byte[] key = keys(endpoint, endpoint.secret().generation()).getFirst();
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /// All that sign at `nowMillis`, the one of now first: one for each secret of Usher's, and as
    /// many again while the former ones still count.
    List<byte[]> signing(Endpoint endpoint, long nowMillis) {
        Endpoint.SecretAge age = endpoint.secret();
        List<byte[]> keys = new ArrayList<>(keys(endpoint, age.generation()));
        if (nowMillis < age.formerUntilMillis()) keys.addAll(keys(endpoint, age.generation() - 1));
        return keys;
    }

    private List<byte[]> keys(Endpoint endpoint, int generation) {
        return secrets.keysFor("usher webhook %s %d".formatted(endpoint.id(), generation));
    }
}
