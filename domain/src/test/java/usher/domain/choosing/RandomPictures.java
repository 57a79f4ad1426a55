package usher.domain.choosing;

import java.util.SplittableRandom;

/// Small plans, half sold out by chance.
final class RandomPictures {

    /// So that every set of five places can be tried.
    private static final int FREE_MAX = 16;

    private final SplittableRandom random;
    private final StringBuilder drawn = new StringBuilder();
    private int free;

    private RandomPictures(SplittableRandom random) {
        this.random = random;
    }

    /// One to three sections of up to four rows of up to eight seats.
    static Picture next(SplittableRandom random) {
        return new RandomPictures(random).picture();
    }

    private Picture picture() {
        double sold = random.nextDouble();
        int sections = random.nextInt(1, 4);
        for (int i = 0; i < sections; i++) {
            if (i > 0) drawn.append("\n");
            if (random.nextInt(6) == 0) generalAdmission(sold);
            else rows(sold);
        }
        return Picture.of(drawn.toString());
    }

    private void generalAdmission(double sold) {
        drawn.append('(');
        places(random.nextInt(1, 9), 0, sold);
        drawn.append(")\n");
    }

    private void rows(double sold) {
        int rows = random.nextInt(1, 5);
        int aisle = random.nextInt(1, 12);
        for (int row = 0; row < rows; row++) {
            places(random.nextInt(1, 9), row == 0 ? aisle : 0, sold);
            drawn.append('\n');
        }
    }

    private void places(int count, int aisle, double sold) {
        for (int i = 0; i < count; i++) {
            if (i > 0 && i == aisle) drawn.append('|');
            boolean isFree = free < FREE_MAX && random.nextDouble() >= sold;
            if (isFree) free++;
            drawn.append(isFree ? '.' : 'x');
        }
    }
}
