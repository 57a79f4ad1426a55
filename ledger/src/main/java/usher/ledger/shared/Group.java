package usher.ledger.shared;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import usher.ledger.StreamId;

/// The calls that are written together: each stream is in it at most once.
///
/// Owned by the thread that writes.
final class Group {

    private static final int APPENDS_MAX = 1_000;
    private static final Comparator<Call.Item> BY_STREAM =
            Comparator.comparing(item -> item.append().stream());

    private final List<Call> calls = new ArrayList<>();
    private final List<Call.Item> items = new ArrayList<>();
    private final Set<StreamId> streams = new HashSet<>();

    /// A group with `first` in it, however big that is.
    Group(Call first) {
        add(first);
    }

    /// Adds `call`, unless it is too big or has a stream that is in the group already.
    boolean take(Call call) {
        if (items.size() + call.appends().size() > APPENDS_MAX) return false;
        for (int i = 0; i < call.appends().size(); i++) {
            if (streams.contains(call.appends().get(i).stream())) return false;
        }
        add(call);
        return true;
    }

    List<Call> calls() {
        return calls;
    }

    /// What is to be written, in the order of the streams.
    List<Call.Item> items() {
        items.sort(BY_STREAM);
        return items;
    }

    private void add(Call call) {
        calls.add(call);
        for (int i = 0; i < call.appends().size(); i++) {
            items.add(call.item(i));
            streams.add(call.appends().get(i).stream());
        }
    }
}
