// Create an event
const event = await fetch('/api/events', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({
    name: 'Summer Music Festival 2024',
    description: 'Annual outdoor music festival',
    totalSeats: 500
  })
});
