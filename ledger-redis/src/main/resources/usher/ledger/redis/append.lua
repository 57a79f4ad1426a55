-- Appends each of some entries to its stream, if the stream still stands where it should.
--
-- KEYS  for each bucket: its heads, streams, deadlines and filed words; then, for each append, the
--       entries of its stream
-- ARGV  how many buckets; whether somebody waits for replicas, 1 or 0; then, for each append: its
--       bucket from 0, the stream, the entry that it follows, its own, until when it may be
--       accepted, when the stream is due ('' for never), its facts ('' for a check), how many
--       words, the words
--
-- An entry is called by its number and its id, 104-998877, as Redis calls what is in a stream.
-- Answers, for each append: 1 if it is appended, 2 if it came too late, else a list of a word and
-- what it is about. Others may do something before and after this, but nothing in between.

-- Redis 6 would repeat the script on replicas otherwise, at another time.
if redis.replicate_commands then redis.replicate_commands() end

local MISSED_MAX = 64
local START = '0-0'
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local at = 3

-- Why the server refused a command, and so did nothing of it; else nil. Redis 6 says where, too.
local function trouble(reply)
    if type(reply) ~= 'table' or not reply.err then return nil end
    return (string.gsub(reply.err, '^@user_script: ?%d+: ?%-?', ''))
end

local function dispute(entries, head, follows, entry)
    local passed = follows == START or #redis.call('XRANGE', entries, follows, follows) > 0
    if not passed then return {'rewound', head} end
    local first = string.match(entry, '^%d+')
    return {'missed', redis.call('XRANGE', entries, first, '+', 'COUNT', MISSED_MAX)}
end

local function append(bucket, entries, stream, follows, entry, deadline, facts, words)
    local reason = trouble(redis.pcall('XADD', entries, entry, 'facts', facts))
    if reason then return {'refused', reason} end
    redis.call('HSET', KEYS[bucket + 1], stream, entry)
    if follows == START then redis.call('ZADD', KEYS[bucket + 2], 0, stream) end
    if deadline == '' then
        redis.call('ZREM', KEYS[bucket + 3], stream)
    else
        redis.call('ZADD', KEYS[bucket + 3], deadline, stream)
    end
    for word = at + 8, at + 7 + words do
        redis.call('ZADD', KEYS[bucket + 4], 0, ARGV[word] .. ' ' .. stream)
    end
    return 1
end

-- A server that takes no writes may be behind: others may have moved on without it. So if there was
-- nothing to append, it shows that it could. Who waits for replicas waits for a write, also if
-- another had written what he was told: then an old head is written once more.
local function probe(seen)
    if ARGV[2] == '1' and seen then
        return redis.pcall('HSET', seen.heads, seen.stream, seen.head)
    end
    return redis.pcall('ZREM', KEYS[3], '')
end

local outcomes = {}
local wrote, seen
for key = 4 * ARGV[1] + 1, #KEYS do
    local entries = KEYS[key]
    local bucket = 4 * ARGV[at]
    local stream, follows, entry, latest = ARGV[at + 1], ARGV[at + 2], ARGV[at + 3], ARGV[at + 4]
    local deadline, facts, words = ARGV[at + 5], ARGV[at + 6], tonumber(ARGV[at + 7])
    local head = redis.call('HGET', KEYS[bucket + 1], stream)
    if head then seen = {heads = KEYS[bucket + 1], stream = stream, head = head} end
    local outcome = 1
    if (head or START) ~= follows then
        outcome = dispute(entries, head or START, follows, entry)
    elseif now >= tonumber(latest) then
        outcome = 2
    elseif facts ~= '' then
        outcome = append(bucket, entries, stream, follows, entry, deadline, facts, words)
        wrote = wrote or outcome == 1
    end
    outcomes[#outcomes + 1] = outcome
    at = at + 8 + words
end
local cannot = not wrote and trouble(probe(seen))
if cannot then return redis.error_reply(cannot) end
return outcomes
