package usher.domain;

import java.util.ArrayList;
import java.util.List;

/// The inverse of each change since the last durable entry, so that a batch that lost its race can
/// be taken back.
///
/// Records only from the first [#record] on: replay, which never goes back, pays nothing.
public final class UndoLog {

    private final List<Runnable> inverses = new ArrayList<>();
    private boolean recording;

    /// Nothing to take back, and not recording.
    public UndoLog() {}

    /// From now on changes are remembered.
    public void record() {
        recording = true;
    }

    /// Whether nothing is remembered.
    public boolean isEmpty() {
        return inverses.isEmpty();
    }

    public boolean isRecording() {
        return recording;
    }

    /// Remembers what takes the change just made back. Call only while recording.
    public void add(Runnable inverse) {
        inverses.add(inverse);
    }

    /// Nothing remembered will be taken back.
    public void forget() {
        inverses.clear();
    }

    /// Takes everything remembered back, newest first.
    public void rollback() {
        boolean wasRecording = recording;
        recording = false;
        for (int i = inverses.size() - 1; i >= 0; i--) {
            inverses.get(i).run();
        }
        inverses.clear();
        recording = wasRecording;
    }
}
