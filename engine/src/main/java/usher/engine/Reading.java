package usher.engine;

import java.util.function.Consumer;
import java.util.function.Function;
import usher.domain.StateMachine;

/// What somebody wants to see of a stream's durable state, and where it goes.
///
/// @param <T> what is seen; must not be a live part of the state
public interface Reading<T> {

    /// Looks at the state, between two entries. Called on the engine's thread: be quick.
    T look(StateMachine durable);

    /// Receives what was seen. Called on the engine's thread.
    void seen(T value);

    /// Nothing could be seen. Called on the engine's thread or on the caller's.
    void failed(Result why);

    /// A reading made of three functions.
    static <T> Reading<T> of(
            Function<StateMachine, T> look, Consumer<T> seen, Consumer<Result> failed) {
        return new Reading<>() {
            @Override
            public T look(StateMachine durable) {
                return look.apply(durable);
            }

            @Override
            public void seen(T value) {
                seen.accept(value);
            }

            @Override
            public void failed(Result why) {
                failed.accept(why);
            }
        };
    }
}
