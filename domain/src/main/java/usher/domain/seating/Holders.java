package usher.domain.seating;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.UserId;

/// The users who have something to do with a seat, each by a small number, with what each has.
///
/// A hash table with open addressing over flat arrays: about 50 bytes a user instead of the 150
/// of objects in a `HashMap`. A user stays for as long as a seat refers to him. Numbers begin at
/// 1; 0 is nobody.
final class Holders {

    static final int NOBODY = 0;

    private static final int FIRST_CAPACITY = 16;

    private long[] high = new long[FIRST_CAPACITY];
    private long[] low = new long[FIRST_CAPACITY];
    private int[] references = new int[FIRST_CAPACITY];
    private int[] firstHeld = new int[FIRST_CAPACITY];
    private int[] held = new int[FIRST_CAPACITY];
    private int[] reserved = new int[FIRST_CAPACITY];
    private int[] slots = new int[2 * FIRST_CAPACITY];
    private int used;
    private int vacated = NOBODY;
    private int size;

    /// The users by their numbers, for [#user] and nothing else.
    Holders copyOfNames() {
        Holders copy = new Holders();
        copy.high = high.clone();
        copy.low = low.clone();
        return copy;
    }

    /// How many users are known.
    int size() {
        return size;
    }

    /// The number of `user`, or [#NOBODY] if no seat refers to him.
    int find(UserId user) {
        return slots[slotOf(user.value())];
    }

    UserId user(int holder) {
        return new UserId(new UUID(high[holder], low[holder]));
    }

    /// One more seat refers to `user` from now on; his number.
    int retain(@Nullable UserId user) {
        if (user == null) return NOBODY;
        int slot = slotOf(user.value());
        int holder = slots[slot];
        if (holder == NOBODY) {
            holder = add(user.value(), slot);
        }
        references[holder]++;
        return holder;
    }

    /// One seat fewer refers to `holder`; forgets him if it was the last.
    void release(int holder) {
        if (holder == NOBODY) return;
        if (--references[holder] == 0) remove(holder);
    }

    /// How many seats refer to `holder`.
    int references(int holder) {
        return references[holder];
    }

    int held(int holder) {
        return held[holder];
    }

    int reserved(int holder) {
        return reserved[holder];
    }

    void count(int holder, SeatStatus status, int change) {
        switch (status) {
            case HELD -> held[holder] += change;
            case RESERVED -> reserved[holder] += change;
            case AVAILABLE, BLOCKED -> {}
        }
    }

    /// The first seat in the chain of the seats that `holder` holds; 0 if there is none.
    int firstHeld(int holder) {
        return firstHeld[holder];
    }

    void setFirstHeld(int holder, int seat) {
        firstHeld[holder] = seat;
    }

    private int add(UUID user, int slot) {
        int holder = vacated;
        if (holder == NOBODY) {
            holder = ++used;
            if (holder == high.length) grow();
        } else {
            vacated = firstHeld[holder];
        }
        high[holder] = user.getMostSignificantBits();
        low[holder] = user.getLeastSignificantBits();
        firstHeld[holder] = 0;
        size++;
        if (2 * size > slots.length) {
            rehash(2 * slots.length);
            slots[slotOf(user)] = holder;
        } else {
            slots[slot] = holder;
        }
        return holder;
    }

    private void remove(int holder) {
        closeGap(slotOf(new UUID(high[holder], low[holder])));
        firstHeld[holder] = vacated;
        vacated = holder;
        high[holder] = 0;
        low[holder] = 0;
        size--;
    }

    /// Empties `gap` and moves up what was pushed past it (Knuth, TAOCP 3, 6.4, algorithm R).
    private void closeGap(int gap) {
        int mask = slots.length - 1;
        int slot = gap;
        while (true) {
            slot = (slot + 1) & mask;
            int holder = slots[slot];
            if (holder == NOBODY) break;
            int home = home(high[holder], low[holder]);
            if (((slot - home) & mask) >= ((slot - gap) & mask)) {
                slots[gap] = holder;
                gap = slot;
            }
        }
        slots[gap] = NOBODY;
    }

    /// Where `user` is, or the empty slot where he would be put.
    private int slotOf(UUID user) {
        long userHigh = user.getMostSignificantBits();
        long userLow = user.getLeastSignificantBits();
        int mask = slots.length - 1;
        int slot = home(userHigh, userLow);
        while (slots[slot] != NOBODY) {
            int holder = slots[slot];
            if (low[holder] == userLow && high[holder] == userHigh) return slot;
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private int home(long userHigh, long userLow) {
        long mixed = (userHigh ^ Long.rotateLeft(userLow, 32)) * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 32) & (slots.length - 1);
    }

    /// Everybody to new slots, but for the newest, whom [#add] puts in.
    private void rehash(int capacity) {
        int[] old = slots;
        slots = new int[capacity];
        for (int holder : old) {
            if (holder != NOBODY) slots[slotOf(new UUID(high[holder], low[holder]))] = holder;
        }
    }

    private void grow() {
        int capacity = high.length + high.length / 2;
        high = Arrays.copyOf(high, capacity);
        low = Arrays.copyOf(low, capacity);
        references = Arrays.copyOf(references, capacity);
        firstHeld = Arrays.copyOf(firstHeld, capacity);
        held = Arrays.copyOf(held, capacity);
        reserved = Arrays.copyOf(reserved, capacity);
    }
}
