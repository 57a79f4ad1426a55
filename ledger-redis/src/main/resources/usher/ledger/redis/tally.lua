-- Adds to tallies, each kept as the moment at which it will have run empty, and answers in how many
-- microseconds that is. One that is empty is gone.
--
-- KEYS  the tallies
-- ARGV  for each: how much longer it takes from now on, in microseconds
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]

local left = {}
for i, key in ipairs(KEYS) do
  local empty = math.max(tonumber(redis.call('GET', key) or now), now) + ARGV[i]
  if tonumber(ARGV[i]) > 0 then
    redis.call('SET', key, string.format('%.0f', empty), 'PX', math.ceil((empty - now) / 1000))
  end
  left[i] = empty - now
end
return left
