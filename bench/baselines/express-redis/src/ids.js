// Ids follow Usher's rule, so that the same load fits: the 20 lowest bits (five digits) of an
// event's id are zero, and hold the seat's number in the id of a seat.

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const EVENT_DIGITS = 31;

export function eventOf(uuid) {
  return uuid.slice(0, EVENT_DIGITS) + "00000";
}

/** The number of a seat in its event; undefined if it is no seat of this event. */
export function seatNumber(eventId, seatId) {
  if (!UUID.test(seatId) || eventOf(seatId) !== eventId) return undefined;
  return parseInt(seatId.slice(EVENT_DIGITS), 16);
}

/** The user in an Authorization header: `Bearer` and the base64 of his id's text. */
export function userIn(authorization = "") {
  if (!authorization.startsWith("Bearer ")) return undefined;
  const text = Buffer.from(authorization.slice("Bearer ".length), "base64").toString("latin1");
  return UUID.test(text) ? text : undefined;
}
