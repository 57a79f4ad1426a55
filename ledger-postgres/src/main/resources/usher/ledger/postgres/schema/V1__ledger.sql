-- Where facts are kept. Times are milliseconds since 1970 by this server's clock.

-- Where each stream stands: one row, compared and moved by each append. The catalog's stream is the
-- nil UUID, any other the id of its event. Half of each page stays free, so that a row can move
-- within its page and no index need hear of it.
CREATE TABLE head (
    stream  uuid   PRIMARY KEY,
    version bigint NOT NULL CHECK (version > 0),
    id      bigint NOT NULL,
    due_at  bigint
) WITH (fillfactor = 50);

CREATE INDEX head_due ON head (due_at, stream) WHERE due_at IS NOT NULL;

-- What was appended, for ever: versions of a stream count from 1 without gaps.
CREATE TABLE entry (
    stream  uuid   NOT NULL,
    version bigint NOT NULL CHECK (version > 0),
    id      bigint NOT NULL,
    facts   jsonb  NOT NULL,
    PRIMARY KEY (stream, version)
);

-- Words under which streams are found, such as the user who has seats there; each is filed once
-- for a stream, which the row of that stream in `head` takes care of. Words are long and come in no
-- order: hashes of them are all that the index has to keep.
CREATE TABLE key (
    word   text COLLATE "C" NOT NULL,
    stream uuid             NOT NULL
);

CREATE INDEX key_word ON key USING hash (word);

-- The newest shorter history of a stream. May be emptied at any time.
CREATE TABLE snapshot (
    stream  uuid   PRIMARY KEY,
    version bigint NOT NULL,
    id      bigint NOT NULL,
    facts   json   NOT NULL
);

-- This server's time in milliseconds since 1970.
CREATE FUNCTION now_millis() RETURNS double precision LANGUAGE sql VOLATILE
AS $$ SELECT date_part('epoch', clock_timestamp()) * 1000 $$;

-- Appends one entry to each of many streams, all or some of them, in one statement and therefore in
-- one transaction. Returns what stands in the place of those that were not appended: nothing, if all
-- of them were.
--
-- An entry is appended if its stream stands where it follows, and if it is before its `untils`. One
-- without facts is not written, but counted if it could have been. `words` are filed for the streams
-- with the numbers `word_of`. The greatest of all numbers among `dues` means never.
--
-- `number` counts the appends from 1; `followed` says whether the entry that it follows is there; the
-- rest is an entry after that one, in a row each, at most `missed_max`, the oldest first, or null if
-- there is none.
--
-- `streams` come in ascending order, each at most once. Their rows are locked in that order, those
-- that are there before those that are new, so two calls never wait for each other: hence the
-- planner may do nothing but go through the arrays, or an index, from the first to the last.
CREATE FUNCTION append(
    streams    uuid[],
    versions   bigint[],
    follows    bigint[],
    ids        bigint[],
    dues       bigint[],
    untils     bigint[],
    texts      text[],
    words      text[],
    word_of    bigint[],
    missed_max integer
) RETURNS TABLE (number bigint, followed boolean, version bigint, id bigint, facts text) LANGUAGE plpgsql
    SET search_path FROM CURRENT
    SET enable_hashjoin = off
    SET enable_mergejoin = off
    SET enable_seqscan = off
    SET enable_bitmapscan = off
AS $$
#variable_conflict use_column
DECLARE
    all_of   CONSTANT integer := cardinality(streams);
    appended bigint[];
    begun    bigint[];
    checked  bigint[];
BEGIN
    WITH moved AS (
        UPDATE head h SET version = a.version + 1, id = a.id, due_at = nullif(a.due, 9223372036854775807)
        FROM unnest(streams, versions, follows, ids, dues, untils, texts)
            WITH ORDINALITY AS a (stream, version, follows, id, due, until, facts, number)
        WHERE h.stream = a.stream AND h.version = a.version AND h.id = a.follows
            AND a.facts IS NOT NULL AND now_millis() < a.until
        RETURNING a.number, h.stream, h.version, h.id, a.facts),
    written AS (
        INSERT INTO entry (stream, version, id, facts)
        SELECT stream, version, id, facts::jsonb FROM moved)
    SELECT coalesce(array_agg(number), '{}') INTO appended FROM moved;

    IF 0 = ANY (versions) THEN
        WITH asked AS (
            SELECT a.*
            FROM unnest(streams, versions, follows, ids, dues, untils, texts)
                WITH ORDINALITY AS a (stream, version, follows, id, due, until, facts, number)
            WHERE a.version = 0 AND a.follows = 0
                AND a.facts IS NOT NULL AND now_millis() < a.until),
        new AS (
            INSERT INTO head AS h (stream, version, id, due_at)
            SELECT stream, 1, id, nullif(due, 9223372036854775807) FROM asked ORDER BY number
            ON CONFLICT DO NOTHING
            RETURNING h.stream),
        written AS (
            INSERT INTO entry (stream, version, id, facts)
            SELECT a.stream, 1, a.id, a.facts::jsonb FROM asked a JOIN new n ON n.stream = a.stream)
        SELECT array_agg(a.number) INTO begun FROM asked a JOIN new n ON n.stream = a.stream;
        appended := appended || begun;
    END IF;

    IF cardinality(words) > 0 THEN
        INSERT INTO key (word, stream)
        SELECT w.word, streams[w.number]
        FROM unnest(words, word_of) AS w (word, number)
        WHERE (cardinality(appended) = all_of OR w.number = ANY (appended))
            AND NOT EXISTS (
                SELECT FROM key k WHERE k.word = w.word AND k.stream = streams[w.number]);
    END IF;

    IF array_position(texts, NULL) IS NOT NULL THEN
        SELECT array_agg(a.number) INTO checked
        FROM unnest(streams, versions, follows, untils, texts)
            WITH ORDINALITY AS a (stream, version, follows, until, facts, number)
            LEFT JOIN head h ON h.stream = a.stream
        WHERE a.facts IS NULL AND now_millis() < a.until
            AND coalesce(h.version, 0) = a.version AND coalesce(h.id, 0) = a.follows;
        appended := appended || checked;
    END IF;

    IF cardinality(appended) < all_of THEN
        RETURN QUERY
        SELECT
            a.number,
            a.version = 0 OR EXISTS (
                SELECT FROM entry f
                WHERE f.stream = a.stream AND f.version = a.version AND f.id = a.follows),
            m.version,
            m.id,
            m.facts::text
        FROM unnest(streams, versions, follows)
            WITH ORDINALITY AS a (stream, version, follows, number)
            LEFT JOIN LATERAL (
                SELECT e.version, e.id, e.facts FROM entry e
                WHERE e.stream = a.stream AND e.version > a.version
                ORDER BY e.version LIMIT missed_max) m ON true
        WHERE a.number <> ALL (appended)
        ORDER BY a.number, m.version;
    END IF;
END $$;
