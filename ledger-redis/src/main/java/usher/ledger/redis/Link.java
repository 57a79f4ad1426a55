package usher.ledger.redis;

import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisException;

/// A connection that several commands can be put on before the first reply is waited for.
///
/// Used by one thread, but for the end of it, which anybody may bring about.
final class Link extends Connection {

    /// Connects, and introduces itself.
    ///
    /// @throws JedisException if that fails
    Link(HostAndPort server, JedisClientConfig config) {
        super(server, config);
    }

    /// Sends what was put on it.
    void push() {
        flush();
    }

    /// Lets go of it, whatever state it is in.
    @Override
    public void close() {
        try {
            super.close();
        } catch (JedisException e) {
            // Then the server will find out by itself.
        }
    }
}
