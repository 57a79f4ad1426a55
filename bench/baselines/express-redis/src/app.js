// The routes.

import { randomUUID } from "node:crypto";
import express from "express";
import { eventOf, seatNumber, userIn } from "./ids.js";

const REFUSALS = {
  SEAT_NOT_FOUND: [404, "There is no such seat."],
  SEAT_UNAVAILABLE: [409, "Somebody else has the seat."],
  HOLD_LIMIT_REACHED: [409, "Release a seat that you hold first."],
  UNAUTHORIZED: [401, "Say who you are."],
};

export function app(seats) {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag"); // nobody asks again for the answer to a POST

  app.post("/v1/events/:eventId/seats/:seatId/hold", async (request, response) => {
    const { eventId, seatId } = request.params;
    const userId = userIn(request.headers.authorization);
    if (userId === undefined) return refuse(response, "UNAUTHORIZED");
    const number = seatNumber(eventId, seatId);
    if (number === undefined) return refuse(response, "SEAT_NOT_FOUND");
    const { refusal, expiresAt } = await seats.hold(eventId, number, userId);
    if (refusal !== undefined) return refuse(response, refusal);
    response.json({ seatId, userId, expiresAt });
  });

  app.post("/v1/events", express.json(), async (request, response) => {
    const id = eventOf(randomUUID());
    const { name, totalSeats, policy } = request.body;
    await seats.create(id, name, totalSeats, policy);
    response.status(201).json({ id });
  });

  app.get("/health/ready", async (request, response) => {
    const durability = (await seats.isDurable()) ? "durable" : "relaxed";
    response.json({ status: "UP", durability });
  });

  return app;
}

function refuse(response, refusal) {
  const [status, detail] = REFUSALS[refusal];
  response.status(status).type("application/problem+json").json({ status, detail });
}
