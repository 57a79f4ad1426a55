-- For people and reporting tools. Usher itself does not look at these.
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

-- Every event, as it was listed and with the last status that was given to it.
CREATE OR REPLACE VIEW events AS
SELECT
    (f.json #>> '{event,id}')::uuid AS event,
    f.json #>> '{event,name}' AS name,
    f.json #>> '{event,description}' AS description,
    (f.json #>> '{event,startsAt}')::timestamptz AS starts_at,
    (f.json #>> '{event,totalSeats}')::integer AS total_seats,
    coalesce(lower(s.status), 'active') AS status,
    (f.json #>> '{event,createdAt}')::timestamptz AS created_at,
    f.by AS created_by,
    coalesce(h.version, 0) AS version
FROM facts f
    LEFT JOIN head h ON h.stream = (f.json #>> '{event,id}')::uuid
    LEFT JOIN LATERAL (
        SELECT c.json ->> 'status' AS status FROM facts c
        WHERE c.stream = h.stream AND c.fact = 'StatusChanged'
        ORDER BY c.version DESC, c.number DESC LIMIT 1) s ON true
WHERE f.stream = '00000000-0000-0000-0000-000000000000' AND f.fact = 'EventListed';

-- Whatever happened to a seat, one seat in a row. A run such as [5,7] stands for 5, 6 and 7.
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
FROM facts f
    CROSS JOIN LATERAL jsonb_array_elements(f.json -> 'seats') AS run (seats)
    CROSS JOIN LATERAL generate_series(
        (CASE jsonb_typeof(run.seats) WHEN 'array' THEN run.seats -> 0 ELSE run.seats END)::integer,
        (CASE jsonb_typeof(run.seats) WHEN 'array' THEN run.seats -> 1 ELSE run.seats END)::integer
    ) AS seat (number)
WHERE f.fact IN (
    'SeatsHeld', 'HoldsRefreshed', 'HoldsReleased', 'HoldsExpired',
    'SeatsReserved', 'SeatsBlocked', 'SeatsUnblocked');

-- Every seat of every event as it is now: available, held, reserved or blocked; by whom, since when,
-- and for a hold until when.
CREATE OR REPLACE VIEW seats AS
SELECT
    e.event,
    seat.number AS seat,
    CASE
        WHEN last.fact = 'SeatsReserved' THEN 'reserved'
        WHEN last.fact = 'SeatsBlocked' THEN 'blocked'
        WHEN last.until > clock_timestamp() THEN 'held'
        ELSE 'available'
    END AS status,
    CASE
        WHEN last.fact = 'SeatsReserved' OR last.until > clock_timestamp() THEN last.user_id
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
