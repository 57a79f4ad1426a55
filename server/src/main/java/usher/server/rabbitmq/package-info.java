/// The relay to RabbitMQ: every fact as a message of its own, confirmed before it counts as sent.
///
/// When something is sent, and when again, is decided by `usher.engine.relay`; in here is how. Read
/// [RabbitMq] first, then [Link]; the guide for whoever receives is `docs/relay.md`.
@NullMarked
package usher.server.rabbitmq;

import org.jspecify.annotations.NullMarked;
