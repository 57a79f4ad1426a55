/// The ledger that many nodes share: streams in Redis or Valkey, on one server or a cluster.
///
/// Streams fall into 64 buckets, each of which one server keeps. One thread appends, a batch with
/// one call of a script; a few connections read; two more carry signals between nodes. Connections
/// come and go; nothing here is lost with one. It sees the port of `usher.ledger` and knows nothing
/// of engines.
///
/// Read `RedisLedger` first, then `append.lua`, `Writer` and `Lines`.
@NullMarked
package usher.ledger.redis;

import org.jspecify.annotations.NullMarked;
