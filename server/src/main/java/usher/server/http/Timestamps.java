package usher.server.http;

import usher.ledger.JsonBytes;

/// Times as [RFC 3339](https://www.rfc-editor.org/rfc/rfc3339) in UTC with milliseconds, written
/// digit by digit: `2026-11-20T19:30:00.000Z`.
public final class Timestamps {

    private static final long DAY_MILLIS = 86_400_000;
    private static final int DAYS_PER_ERA = 146_097;
    private static final int DAYS_TO_1970 = 719_468;

    private Timestamps() {}

    /// Writes `millis` since 1970 (year 1970 to 9999) as a JSON string.
    public static void write(JsonBytes json, long millis) {
        json.put('"');
        writeDate(json, Math.floorDiv(millis, DAY_MILLIS));
        int ofDay = (int) Math.floorMod(millis, DAY_MILLIS);
        json.put('T');
        twoDigits(json, ofDay / 3_600_000);
        json.put(':');
        twoDigits(json, ofDay / 60_000 % 60);
        json.put(':');
        twoDigits(json, ofDay / 1000 % 60);
        json.put('.');
        json.put((char) ('0' + ofDay / 100 % 10));
        twoDigits(json, ofDay % 100);
        json.put('Z');
        json.put('"');
    }

    /// The civil date of a day, by eras of 400 years that begin on the first of March (the
    /// algorithm of Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*).
    private static void writeDate(JsonBytes json, long daysSince1970) {
        long days = daysSince1970 + DAYS_TO_1970;
        int era = (int) Math.floorDiv(days, DAYS_PER_ERA);
        int ofEra = Math.floorMod(days, DAYS_PER_ERA);
        int yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shifted = (5 * ofYear + 2) / 153;
        int month = shifted < 10 ? shifted + 3 : shifted - 9;
        int year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        twoDigits(json, year / 100);
        twoDigits(json, year % 100);
        json.put('-');
        twoDigits(json, month);
        json.put('-');
        twoDigits(json, ofYear - (153 * shifted + 2) / 5 + 1);
    }

    private static void twoDigits(JsonBytes json, int value) {
        json.put((char) ('0' + value / 10));
        json.put((char) ('0' + value % 10));
    }
}
