package usher.engine;

/// Where the result of an ask goes: exactly once, when what it depends on is durable.
///
/// Called on the engine's thread, which it must not hold up, or, for [Result.Overloaded], on the
/// caller's.
@FunctionalInterface
public interface Reply {

    void complete(Result result);
}
