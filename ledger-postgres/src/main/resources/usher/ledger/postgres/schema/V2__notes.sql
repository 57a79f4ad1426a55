-- Small texts beside the facts, which change: how far a relay has come, where it sends to. Half of
-- each page stays free, so that a row can be written anew within its page and no index need hear of
-- it.
CREATE TABLE note (
    name     text COLLATE "C" PRIMARY KEY,
    revision bigint NOT NULL CHECK (revision > 0),
    text     text   NOT NULL
) WITH (fillfactor = 50);

-- Writes each of some notes whose revision is still the last, or 0 and there is none, in one
-- transaction; returns the numbers (from 1) of those that it wrote.
--
-- Rows are taken in the order of their names, one after the other, so two calls never wait for each
-- other.
CREATE FUNCTION write_notes(names text[], revisions bigint[], texts text[])
    RETURNS bigint[] LANGUAGE plpgsql
    SET search_path FROM CURRENT
AS $$
DECLARE
    wanted  record;
    written bigint[] := '{}';
BEGIN
    FOR wanted IN
        SELECT a.name, a.revision, a.text, a.number
        FROM unnest(names, revisions, texts) WITH ORDINALITY AS a (name, revision, text, number)
        ORDER BY a.name COLLATE "C"
    LOOP
        IF wanted.revision = 0 THEN
            INSERT INTO note (name, revision, text) VALUES (wanted.name, 1, wanted.text)
            ON CONFLICT DO NOTHING;
        ELSE
            UPDATE note n SET revision = n.revision + 1, text = wanted.text
            WHERE n.name = wanted.name AND n.revision = wanted.revision;
        END IF;
        IF found THEN
            written := written || wanted.number;
        END IF;
    END LOOP;
    RETURN written;
END $$;
