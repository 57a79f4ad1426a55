package usher.server.webhooks;

/// An endpoint as the ledger has it.
///
/// @param revision how often it was written
record KeptEndpoint(Endpoint endpoint, long revision) {}
