/// Seat holds on Spring MVC, JDBC and PostgreSQL, the way most teams would build them: a row for
/// each seat, locked while it is looked at and changed.
///
/// Begin with [baseline.Seats].
package baseline;
