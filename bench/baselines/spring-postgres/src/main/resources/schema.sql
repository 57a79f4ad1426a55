CREATE TABLE IF NOT EXISTS event (
    id             uuid PRIMARY KEY,
    name           text NOT NULL,
    hold_seconds   integer NOT NULL,
    held_seats_max integer NOT NULL -- by one user; 0: no limit
);

CREATE TABLE IF NOT EXISTS seat (
    id         uuid PRIMARY KEY,
    event_id   uuid NOT NULL REFERENCES event,
    number     integer NOT NULL,
    held_by    uuid,
    held_until timestamptz
) WITH (fillfactor = 80);

-- Finds what a user holds. Free seats are not in it.
CREATE INDEX IF NOT EXISTS seat_by_holder ON seat (event_id, held_by) WHERE held_by IS NOT NULL;
