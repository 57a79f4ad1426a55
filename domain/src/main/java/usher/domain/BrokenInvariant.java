package usher.domain;

/// Something that must always hold does not: a defect in this program, not in the ledger.
///
/// A process that meets one stops; what it knows can no longer be trusted.
public final class BrokenInvariant extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public BrokenInvariant(String message) {
        super(message);
    }

    /// Insists on `holds`; `sentence`, with its `values` filled in, says what is wrong otherwise.
    @SuppressWarnings("AnnotateFormatMethod") // the annotation is not of java.base
    public static void unless(boolean holds, String sentence, Object... values) {
        if (!holds) throw new BrokenInvariant(sentence.formatted(values));
    }
}
