// A client as the ticket-booking document describes it: it books two tiers of an event that it has
// found by its name, pays, and looks at its bookings. Prints one line of JSON for each answer.
const [api, name] = process.argv.slice(2);
const userId = crypto.randomUUID();

async function call(what, path, body) {
  const response = await fetch(api + path, body && {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  console.log(JSON.stringify({ what, status: response.status, body: answer }));
  return answer;
}

await call('status', '/status');
const { items } = await call('events', `/events?name=${encodeURIComponent(name)}`);
const eventId = items[0].id;
await call('event', `/events/${eventId}`);
await call('before', `/events/${eventId}/availability`);
const id = crypto.randomUUID();
const booking = { id, userId, eventId, vip: 2, frontRow: 0, ga: 3 };
await call('booking', '/bookings', booking);
await call('payment', '/payment', { bookingId: id, success: true });
await call('after', `/events/${eventId}/availability`);
await call('mine', `/bookings?userId=${userId}`);
