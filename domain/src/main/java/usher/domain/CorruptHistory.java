package usher.domain;

/// The facts of a stream contradict each other: the ledger is corrupt, or two histories were mixed.
public final class CorruptHistory extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public CorruptHistory(String message) {
        super(message);
    }
}
