package usher.domain.event;

import usher.domain.Cause;
import usher.domain.Fact;

/// The list of events shows this one as of `revision`, or of a later one.
public record ListingConfirmed(Cause cause, long revision) implements Fact {}
