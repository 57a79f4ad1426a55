/// The box office of one event and the catalog of all events: what may happen, and what did.
///
/// [usher.domain.BoxOffice] and [usher.domain.catalog.Catalog] are deterministic state machines:
/// commands go in, facts or a named refusal come out, and the state is a fold of the facts.
/// Nothing in here may know a clock, a thread, chance, or anything outside `java.base`; time and
/// ids arrive in the commands. Read [usher.domain.StateMachine] first, then
/// [usher.domain.holding.Holding].
@NullMarked
package usher.domain;

import org.jspecify.annotations.NullMarked;
