/// One class for each measure of the design, S1 to Z5, and what they share.
///
/// What is compared is taken in turns, so that whatever else the machine does hits both alike.
/// Begin with [usher.bench.measure.DurableHolds].
@NullMarked
package usher.bench.measure;

import org.jspecify.annotations.NullMarked;
