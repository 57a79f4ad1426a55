/// What a box office knows and decides: seats, holds, bookings, and the rules between them.
///
/// Nothing in here knows a clock, a disk, a thread or a random number: time and identity arrive in
/// the command, so equal histories give equal states on any machine. It sees `java.base` and
/// nothing else.
///
/// Read `BoxOffice` first, then `Command`, `Fact` and `Refusal`.
@NullMarked
package usher.domain;

import org.jspecify.annotations.NullMarked;
