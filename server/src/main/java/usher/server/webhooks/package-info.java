/// Webhooks: where organizers want facts to be sent, and what became of each delivery.
///
/// An endpoint is a note in the ledger, and a route of the relays, which decide what is sent when
/// and remember how far it came. In here is only what a web server needs: signed messages of
/// [Standard Webhooks](https://www.standardwebhooks.com), which answers count as taken, and when
/// one delivery is set aside so that others get through. Nothing that is sold waits for any of it.
/// Read [EndpointDestination] first.
@NullMarked
package usher.server.webhooks;

import org.jspecify.annotations.NullMarked;
