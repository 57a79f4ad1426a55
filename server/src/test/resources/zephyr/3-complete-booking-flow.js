// 1. Hold a seat
const hold = await fetch(`/api/seats/${eventId}/1/hold`, {
  method: 'POST',
  body: JSON.stringify({
    userId: 'user-uuid',
    holdDuration: 60
  })
});

// 2. Reserve the seat
const reservation = await fetch(`/api/seats/${eventId}/1/reserve`, {
  method: 'POST',
  body: JSON.stringify({
    userId: 'user-uuid'
  })
});
