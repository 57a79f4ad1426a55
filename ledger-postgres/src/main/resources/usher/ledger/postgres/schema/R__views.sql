-- For people and reporting tools. Usher itself does not look at these; docs/reports.md explains them.
-- A new release may add columns at the end and views; it takes none away.

-- Every fact, one in a row.
CREATE OR REPLACE VIEW facts AS
SELECT
    e.stream,
    e.version,
    f.number::integer AS number,
    f.fact ->> 'fact' AS fact,
    to_timestamp((f.fact ->> 'at')::bigint / 1000.0) AS at,
    (f.fact ->> 'by')::uuid AS by,
    f.fact ->> 'request' AS request,
    f.fact AS json
FROM entry e CROSS JOIN LATERAL jsonb_array_elements(e.facts) WITH ORDINALITY AS f (fact, number);

-- Every event, as it was listed and changed since.
CREATE OR REPLACE VIEW events AS
SELECT
    (f.json #>> '{event,id}')::uuid AS event,
    coalesce(c.listing -> 'details', f.json -> 'event') ->> 'name' AS name,
    coalesce(c.listing -> 'details', f.json -> 'event') ->> 'description' AS description,
    (coalesce(c.listing -> 'details', f.json -> 'event') ->> 'startsAt')::timestamptz AS starts_at,
    (f.json #>> '{event,totalSeats}')::integer AS total_seats,
    coalesce(lower(c.listing ->> 'status'), 'active') AS status,
    (f.json #>> '{event,createdAt}')::timestamptz AS created_at,
    f.by AS created_by,
    coalesce(h.version, 0) AS version,
    (coalesce(c.listing -> 'details', f.json -> 'event') ->> 'salesFrom')::timestamptz AS sales_from,
    (coalesce(c.listing -> 'details', f.json -> 'event') ->> 'salesUntil')::timestamptz AS sales_until
FROM facts f
    LEFT JOIN head h ON h.stream = (f.json #>> '{event,id}')::uuid
    LEFT JOIN (
        SELECT DISTINCT ON (json ->> 'id') json ->> 'id' AS event, json -> 'listing' AS listing
        FROM facts
        WHERE stream = '00000000-0000-0000-0000-000000000000' AND fact = 'ListingChanged'
        ORDER BY json ->> 'id', version DESC, number DESC) c ON c.event = f.json #>> '{event,id}'
WHERE f.stream = '00000000-0000-0000-0000-000000000000' AND f.fact = 'EventListed';

-- The numbers of the seats of a fact, such as [1,[5,7],9]: a run [5,7] stands for 5, 6 and 7.
CREATE OR REPLACE FUNCTION seat_numbers(runs jsonb) RETURNS SETOF integer LANGUAGE sql IMMUTABLE
AS $$
    SELECT generate_series(
        (CASE jsonb_typeof(run) WHEN 'array' THEN run -> 0 ELSE run END)::integer,
        (CASE jsonb_typeof(run) WHEN 'array' THEN run -> 1 ELSE run END)::integer)
    FROM jsonb_array_elements(runs) AS run
$$;

-- Whatever happened to a booking, one booking in a row; of an event that is cancelled, that too.
CREATE OR REPLACE VIEW booking_facts AS
SELECT
    f.stream AS event,
    b.booking::uuid AS booking,
    f.version,
    f.number,
    f.fact,
    f.at,
    f.by,
    f.json
FROM facts f CROSS JOIN LATERAL (
    SELECT f.json ->> 'booking' AS booking
    WHERE f.fact <> 'BookingsExpired' AND f.json ->> 'booking' IS NOT NULL
    UNION ALL
    SELECT jsonb_array_elements_text(f.json -> 'bookings')
    WHERE f.fact = 'BookingsExpired') b
WHERE f.fact IN (
    'BookingMade', 'SeatsReserved', 'PaymentStarted', 'PaymentSucceeded', 'PaymentFailed', 'PaymentRefunded',
    'BookingConfirmed', 'BookingEnded', 'BookingsExpired', 'TicketCheckedIn');

-- Every booking as it is now, with what it cost in minor units: nothing, if it was given away. One that is not paid in time is
-- expired, also before that is written down, a minute later if somebody has begun to pay it; cancelling an event ends all that are alive.
CREATE OR REPLACE VIEW bookings AS
SELECT
    made.booking,
    made.event,
    coalesce((made.json ->> 'user')::uuid, made.by) AS user_id,
    CASE
        WHEN last.fact = 'BookingEnded' THEN lower(last.json ->> 'status')
        WHEN last.fact = 'BookingsExpired' THEN 'expired'
        WHEN off.at IS NOT NULL AND paid.booking IS NOT NULL THEN 'refunded'
        WHEN off.at IS NOT NULL THEN 'cancelled'
        WHEN last.fact = 'BookingConfirmed' OR made.fact = 'SeatsReserved' THEN 'confirmed'
        WHEN to_timestamp((made.json ->> 'until')::bigint / 1000.0)
            + CASE WHEN paying.booking IS NULL THEN interval '0' ELSE interval '60 seconds' END
            <= clock_timestamp()
            THEN 'expired'
        ELSE 'pending'
    END AS status,
    (SELECT count(*) FROM seat_numbers(made.json -> 'seats'))::integer AS places,
    CASE made.fact
        WHEN 'SeatsReserved' THEN 0
        ELSE (made.json #>> '{total,amount}')::bigint
    END AS amount,
    made.json #>> '{total,currency}' AS currency,
    made.at AS made_at,
    to_timestamp((made.json ->> 'until')::bigint / 1000.0) AS until,
    coalesce(CASE WHEN last.fact <> 'BookingConfirmed' THEN last.at END, off.at) AS ended_at,
    made.json -> 'seats' AS seats
FROM booking_facts made
    LEFT JOIN (
        SELECT DISTINCT ON (event, booking) event, booking, fact, at, json FROM booking_facts
        WHERE fact IN ('BookingConfirmed', 'BookingEnded', 'BookingsExpired')
        ORDER BY event, booking, version DESC, number DESC) last
        ON last.event = made.event AND last.booking = made.booking
    LEFT JOIN (
        SELECT DISTINCT event, booking FROM booking_facts WHERE fact = 'PaymentSucceeded') paid
        ON paid.event = made.event AND paid.booking = made.booking
    LEFT JOIN (
        SELECT DISTINCT event, booking FROM booking_facts WHERE fact = 'PaymentStarted') paying
        ON paying.event = made.event AND paying.booking = made.booking
    LEFT JOIN (
        SELECT DISTINCT ON (stream) stream, at FROM facts
        WHERE fact = 'StatusChanged' AND json ->> 'status' = 'CANCELLED'
        ORDER BY stream, version, number) off
        ON off.stream = made.event
WHERE made.fact IN ('BookingMade', 'SeatsReserved');

-- Every payment as it is now: what the last fact about it says, and whether its booking was called off.
CREATE OR REPLACE VIEW payments AS
SELECT
    (p.json ->> 'payment')::uuid AS payment,
    p.booking,
    p.event,
    b.user_id,
    CASE
        WHEN p.fact = 'PaymentRefunded' THEN 'refunded'
        WHEN p.fact = 'PaymentStarted' THEN 'pending'
        WHEN p.fact = 'PaymentFailed' THEN 'failed'
        WHEN b.status <> 'refunded' THEN 'succeeded'
        WHEN first.json ->> 'provider' = 'simulated' THEN 'refunded'
        ELSE 'refunding'
    END AS status,
    first.json ->> 'provider' AS provider,
    b.amount,
    b.currency,
    CASE WHEN p.fact = 'PaymentFailed' THEN p.at ELSE (
        SELECT min(s.at) FROM booking_facts s
        WHERE s.event = p.event AND s.booking = p.booking AND s.fact = 'PaymentSucceeded')
    END AS paid_at
FROM (
        SELECT DISTINCT ON (event, booking) * FROM booking_facts
        WHERE fact IN ('PaymentStarted', 'PaymentSucceeded', 'PaymentFailed', 'PaymentRefunded')
        ORDER BY event, booking, version DESC, number DESC) p
    JOIN (
        SELECT DISTINCT ON (event, booking) * FROM booking_facts
        WHERE fact IN ('PaymentStarted', 'PaymentSucceeded', 'PaymentFailed')
        ORDER BY event, booking, version, number) first
        ON first.event = p.event AND first.booking = p.booking
    JOIN bookings b ON b.event = p.event AND b.booking = p.booking;

-- Whatever happened to a seat, one seat in a row: facts that name seats, and those that name the
-- booking which the seats are in.
CREATE OR REPLACE VIEW seat_facts AS
SELECT
    f.stream AS event,
    seat.number AS seat,
    f.version,
    f.number,
    f.fact,
    f.at,
    coalesce((f.json ->> 'user')::uuid, f.by) AS user_id,
    to_timestamp((f.json ->> 'until')::bigint / 1000.0) AS until,
    f.json ->> 'note' AS note
FROM facts f CROSS JOIN LATERAL seat_numbers(f.json -> 'seats') AS seat (number)
WHERE f.fact IN (
    'SeatsHeld', 'HoldsRefreshed', 'HoldsReleased', 'HoldsExpired', 'BookingMade',
    'SeatsReserved', 'SeatsBlocked', 'SeatsUnblocked')
UNION ALL
SELECT
    f.event,
    seat.number AS seat,
    f.version,
    f.number,
    f.fact,
    f.at,
    b.user_id,
    NULL::timestamptz AS until,
    NULL::text AS note
FROM booking_facts f
    JOIN bookings b ON b.event = f.event AND b.booking = f.booking
    CROSS JOIN LATERAL seat_numbers(b.seats) AS seat (number)
WHERE f.fact IN ('BookingConfirmed', 'BookingEnded', 'BookingsExpired')
UNION ALL
SELECT
    f.stream AS event,
    seat.number AS seat,
    f.version,
    f.number,
    f.fact,
    f.at,
    b.user_id,
    NULL::timestamptz AS until,
    NULL::text AS note
FROM facts f
    JOIN bookings b ON b.event = f.stream AND b.ended_at = f.at
    CROSS JOIN LATERAL seat_numbers(b.seats) AS seat (number)
WHERE f.fact = 'StatusChanged' AND f.json ->> 'status' = 'CANCELLED';

-- Every seat of every event as it is now: available, held, reserved or blocked; by whom, since when,
-- and for a hold until when.
CREATE OR REPLACE VIEW seats AS
SELECT
    e.event,
    seat.number AS seat,
    CASE
        WHEN last.fact IN ('SeatsReserved', 'BookingConfirmed') THEN 'reserved'
        WHEN last.fact = 'SeatsBlocked' THEN 'blocked'
        WHEN last.until > clock_timestamp() THEN 'held'
        ELSE 'available'
    END AS status,
    CASE
        WHEN last.fact IN ('SeatsReserved', 'BookingConfirmed') OR last.until > clock_timestamp()
            THEN last.user_id
    END AS user_id,
    last.at AS since,
    CASE WHEN last.until > clock_timestamp() THEN last.until END AS until
FROM events e
    CROSS JOIN LATERAL generate_series(1, e.total_seats) AS seat (number)
    LEFT JOIN (
        SELECT DISTINCT ON (event, seat) * FROM seat_facts
        ORDER BY event, seat, version DESC, number DESC) last
        ON last.event = e.event AND last.seat = seat.number;

-- Every seat that is held now.
CREATE OR REPLACE VIEW holds AS
SELECT event, seat, user_id, until FROM seats WHERE status = 'held';

-- Every seat that is somebody's for good.
CREATE OR REPLACE VIEW reservations AS
SELECT event, seat, user_id, since AS reserved_at FROM seats WHERE status = 'reserved';
