/// Choosing seats for those who leave it to the house: the best available.
///
/// Plain arithmetic over the plan and the free seats; knows neither users nor time. Read
/// [usher.domain.choosing.BestPlaces] first.
@NullMarked
package usher.domain.choosing;

import org.jspecify.annotations.NullMarked;
