// Starts as many workers as there are processors; they share the port.

import cluster from "node:cluster";
import { availableParallelism } from "node:os";
import { Redis } from "ioredis";
import { app } from "./app.js";
import { Seats } from "./seats.js";

const port = Number(process.env.PORT ?? 3000);
const redisUrl = process.env.REDIS_URL ?? "redis://127.0.0.1:6379";
const workers = Number(process.env.WORKERS ?? availableParallelism());

if (cluster.isPrimary && workers > 1) {
  for (let i = 0; i < workers; i++) cluster.fork();
  // A worker is missing: a supervisor shall start all of it again.
  cluster.on("exit", (worker, code) => process.exit(code || 1));
} else {
  // Commands of one turn of the event loop go to Redis in one packet.
  const redis = new Redis(redisUrl, { enableAutoPipelining: true });
  app(new Seats(redis)).listen(port, "127.0.0.1");
}
