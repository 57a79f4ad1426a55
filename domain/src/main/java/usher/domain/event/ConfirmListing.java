package usher.domain.event;

import usher.domain.Cause;
import usher.domain.Command;

/// Note that the list of events shows this one as of `revision`.
public record ConfirmListing(Cause cause, long revision) implements Command {}
