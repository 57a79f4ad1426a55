// The seats in Redis. Free seats cost nothing: only events and holds have keys.

import { readFileSync } from "node:fs";

const HOLD = readFileSync(new URL("hold.lua", import.meta.url), "utf8");

export class Seats {
  constructor(redis) {
    this.redis = redis;
    // Runs by EVALSHA; the text is sent only to a server that does not know it.
    redis.defineCommand("holdSeat", { numberOfKeys: 3, lua: HOLD });
  }

  /** Holds a seat for a user: when the hold ends, or why there is none. */
  async hold(eventId, number, userId) {
    // What stands in braces chooses the node of a cluster: an event is all on one.
    const event = `{${eventId}}`;
    const [refusal, expiresAtMillis] = await this.redis.holdSeat(
      event,
      `${event}:seat:${number}`,
      `${event}:user:${userId}`,
      userId,
      number,
    );
    if (refusal !== "") return { refusal };
    return { expiresAt: new Date(Number(expiresAtMillis)).toISOString() };
  }

  async create(eventId, name, seats, policy) {
    await this.redis.hset(`{${eventId}}`, {
      name,
      seats,
      holdMillis: policy.holdSeconds * 1000,
      heldSeatsMax: policy.heldSeatsPerUser,
    });
  }

  /** Whether what Redis has acknowledged survives a loss of power. */
  async isDurable() {
    const [, isLogged] = await this.redis.config("GET", "appendonly");
    const [, isForced] = await this.redis.config("GET", "appendfsync");
    return isLogged === "yes" && isForced === "always";
  }
}
