/// Who takes money: the gateways that the engine asks, and what they send by themselves.
///
/// The engine decides what is asked and when, and keeps asking; in here is only how. Nothing in
/// here knows whether a booking gets its places: it reports what a gateway said, as often as it
/// says it. Read [usher.server.payments.Gateways] first, then
/// [usher.server.payments.StripeGateway].
@NullMarked
package usher.server.payments;

import org.jspecify.annotations.NullMarked;
