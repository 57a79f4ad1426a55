-- Holds a seat for a user, all or nothing: {'', when the hold ends} or {why there is none}.
-- Redis runs one script at a time. Its clock is the only one; moments are milliseconds since 1970.
--
-- KEYS: the event (a hash), the hold of the seat (a string that expires; its value is the holder),
-- the holds of the user in this event (a sorted set of seat numbers by when they end).

local event, hold, held = KEYS[1], KEYS[2], KEYS[3]
local user, number = ARGV[1], ARGV[2]

local rules = redis.call('HMGET', event, 'seats', 'holdMillis', 'heldSeatsMax')
local seats, hold_millis, held_max = tonumber(rules[1]), tonumber(rules[2]), tonumber(rules[3])
if not seats or tonumber(number) < 1 or tonumber(number) > seats then
  return { 'SEAT_NOT_FOUND' }
end

local holder = redis.call('GET', hold)
if holder == user then
  return { '', redis.call('ZSCORE', held, number) }
elseif holder then
  return { 'SEAT_UNAVAILABLE' }
end

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', held, '-inf', now)
if held_max > 0 and redis.call('ZCARD', held) >= held_max then
  return { 'HOLD_LIMIT_REACHED' }
end

local ends = string.format('%.0f', now + hold_millis)
redis.call('SET', hold, user, 'PXAT', ends)
redis.call('ZADD', held, ends, number)
redis.call('PEXPIREAT', held, ends)
return { '', ends }
