package usher.engine;

import org.jspecify.annotations.Nullable;
import usher.domain.Command;

/// An ask that was decided and waits for what it was decided on.
///
/// @param result what to tell its caller then; null: what was told for `repeats`
/// @param repeats the entry whose answer is given again; 0: none
record Decided(Submission submission, Command command, @Nullable Result result, long repeats) {}
