-- Keeps a snapshot in place of older ones of its stream.
--
-- KEYS  the snapshot of the stream
-- ARGV  the entry that it belongs to; its facts
local function number(entry) return tonumber(string.match(entry, '^%d+')) end

local kept = redis.call('HGET', KEYS[1], 'entry')
if kept and number(kept) > number(ARGV[1]) then return 0 end
redis.call('HSET', KEYS[1], 'entry', ARGV[1], 'facts', ARGV[2])
return 1
