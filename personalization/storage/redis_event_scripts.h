#pragma once

namespace parlance::personalization {

// What RedisEventRows has the server run (Lua 5.1, one at a time, so that each is a transaction).

// KEYS: names, writes, then each customer's hash and events. ARGV: for each customer his revision as it was
// read, his record, how many events come, and each event's time, name and the rest. 1, or 0 when something
// has changed and nothing was written.
constexpr const char* write_script = R"(
    local writes, i = {}, 1
    for k = 3, #KEYS, 2 do
        if (redis.call('HGET', KEYS[k], 'revision') or '') ~= ARGV[i] then return 0 end
        local first, last = i + 3, i + 2 + 3 * tonumber(ARGV[i + 2])
        for e = first, last, 3 do
            if redis.call('SISMEMBER', KEYS[1], ARGV[e + 1]) == 1 then return 0 end
        end
        writes[#writes + 1] = {customer = KEYS[k], events = KEYS[k + 1], record = ARGV[i + 1], first = first, last = last}
        i = last + 1
    end
    for _, write in ipairs(writes) do
        redis.call('HSET', write.customer, 'revision', redis.call('INCR', KEYS[2]), 'record', write.record)
        for e = write.first, write.last, 3 do
            local arrival = struct.pack('>I8', redis.call('INCR', KEYS[2]))
            redis.call('ZADD', write.events, ARGV[e], arrival .. ARGV[e + 1] .. ARGV[e + 2])
            redis.call('SADD', KEYS[1], ARGV[e + 1])
        end
    end
    return 1
)";

// KEYS: names, writes, a customer's hash and events. ARGV: his revision as it was read, his record, the
// events to remove. 1, or 0 as above.
constexpr const char* remove_script = R"(
    if (redis.call('HGET', KEYS[3], 'revision') or '') ~= ARGV[1] then return 0 end
    redis.call('HSET', KEYS[3], 'revision', redis.call('INCR', KEYS[2]), 'record', ARGV[2])
    for e = 3, #ARGV do
        redis.call('ZREM', KEYS[4], ARGV[e])
        redis.call('SREM', KEYS[1], string.sub(ARGV[e], 9, 40))
    end
    return 1
)";

// KEYS: names, a customer's hash and events. The number of events.
constexpr const char* erase_script = R"(
    local members = redis.call('ZRANGE', KEYS[3], 0, -1)
    for _, member in ipairs(members) do redis.call('SREM', KEYS[1], string.sub(member, 9, 40)) end
    redis.call('DEL', KEYS[2], KEYS[3])
    return #members
)";

// KEYS: a customer's hash and events under the old name, then under the new one.
constexpr const char* rename_script = R"(
    if redis.call('EXISTS', KEYS[1]) == 0 or redis.call('EXISTS', KEYS[3]) == 1 then return 0 end
    redis.call('RENAME', KEYS[1], KEYS[3])
    if redis.call('EXISTS', KEYS[2]) == 1 then redis.call('RENAME', KEYS[2], KEYS[4]) end
    return 1
)";

}  // namespace parlance::personalization
