package usher.bench.office;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import usher.domain.BoxOffice;
import usher.domain.SeatSet;
import usher.domain.plan.Money;
import usher.domain.plan.NumberedSection;
import usher.domain.plan.Plan;
import usher.domain.plan.Rows;
import usher.domain.plan.Section;
import usher.domain.plan.Tier;

/// Events of 100,000 seats, some of them sold, in which it is more or less hard to find the best.
public enum SoldHalls {
    /// Nothing is sold.
    FRESH,
    /// Half of the seats, by chance.
    HALF_SOLD,
    /// 99 of 100 seats, by chance.
    NEARLY_SOLD,
    /// Every third seat: nothing but pairs is left.
    PAIRS,
    /// Every second seat: everybody who comes sits alone.
    SINGLES,
    /// Every third seat of an event that is one long row.
    PAIRS_IN_ONE_ROW;

    private static final int SECTIONS = 10;
    private static final int SECTION_ROWS = 100;
    private static final int ROW_SEATS = 100;

    BoxOffice office() {
        BoxOffice office = this == PAIRS_IN_ONE_ROW ? Offices.open() : Offices.open(arena());
        int[] sold = IntStream.rangeClosed(1, Offices.SEATS).filter(isSold()).toArray();
        Offices.sell(office, SeatSet.of(sold));
        return office;
    }

    private IntPredicate isSold() {
        SplittableRandom random = new SplittableRandom(1);
        return switch (this) {
            case FRESH -> _ -> false;
            case HALF_SOLD -> _ -> random.nextInt(100) < 50;
            case NEARLY_SOLD -> _ -> random.nextInt(100) < 99;
            case PAIRS, PAIRS_IN_ONE_ROW -> seat -> seat % 3 == 0;
            case SINGLES -> seat -> seat % 2 == 0;
        };
    }

    private static Plan arena() {
        Tier tier = new Tier("Arena", new Money(0, "EUR"));
        List<Section> sections = new ArrayList<>();
        for (int i = 1; i <= SECTIONS; i++) {
            Rows rows = Rows.equal(SECTION_ROWS, ROW_SEATS);
            sections.add(NumberedSection.of("Block " + i, tier, rows));
        }
        return Plan.of(sections);
    }
}
