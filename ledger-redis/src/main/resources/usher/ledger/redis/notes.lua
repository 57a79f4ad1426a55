-- Writes or removes each of some notes whose revision is still the last.
--
-- KEYS  the notes of one bucket, and their names
-- ARGV  for each note: its name, the revision that is to be the last (0: there is none), and what is
--       to be kept of it: its next revision, a space and its text ('' to remove it)
--
-- Answers, for each note: 1 if it was changed, else 0.

-- Why the server refused a command, and so did nothing of it; else nil. Redis 6 says where, too.
local function trouble(reply)
    if type(reply) ~= 'table' or not reply.err then return nil end
    return (string.gsub(reply.err, '^@user_script: ?%d+: ?%-?', ''))
end

-- Why the note was not changed; else nil.
local function change(name, kept)
    local how = kept == '' and {'HDEL', KEYS[1], name} or {'HSET', KEYS[1], name, kept}
    local reason = trouble(redis.pcall(unpack(how)))
    if reason then return reason end
    if kept == '' then
        redis.call('ZREM', KEYS[2], name)
    else
        redis.call('ZADD', KEYS[2], 0, name)
    end
end

local changed = {}
for at = 1, #ARGV, 3 do
    local kept = redis.call('HGET', KEYS[1], ARGV[at])
    local revision = kept and string.match(kept, '^%d+') or '0'
    local isLast = revision == ARGV[at + 1] and (kept or ARGV[at + 2] ~= '')
    if isLast then
        local reason = change(ARGV[at], ARGV[at + 2])
        if reason then return redis.error_reply(reason) end
    end
    changed[#changed + 1] = isLast and 1 or 0
end
return changed
