package usher.server.http;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.BoxOffice;
import usher.domain.EventId;
import usher.domain.catalog.Catalog;
import usher.engine.Ask;
import usher.engine.Engine;
import usher.engine.Reading;
import usher.engine.Result;
import usher.ledger.JsonBytes;
import usher.ledger.StreamId;

/// One request that waits for the engine: suspended on its event loop, and finished there.
///
/// A resource method opens it at the [Counter], asks or looks once, and returns; what the method
/// returns is not used. Resuming in place saves the hop through an executor that a
/// `CompletionStage` would cost.
public final class Exchange {

    /// Renders what was asked for: bytes of JSON, or a whole response. On the event loop.
    ///
    /// @param <T> what was asked for
    @FunctionalInterface
    public interface Rendering<T> {

        Object render(T value, JsonBytes json);
    }

    private static final Logger LOG = Logger.getLogger(Exchange.class);

    private final Engine engine;
    private final ResteasyReactiveRequestContext request;
    private final EventLoopLink link;
    private final Face face;
    private String tierField = "bestAvailable.tier";
    private @Nullable Supplier<Object> outcome;

    Exchange(Engine engine, ResteasyReactiveRequestContext request, EventLoopLink link, Face face) {
        this.engine = engine;
        this.request = request;
        this.link = link;
        this.face = face;
    }

    /// A tier that there is not was named in `field` of the body.
    public Exchange tierIn(String field) {
        tierField = field;
        return this;
    }

    /// Asks for something to be done in `stream`, and renders the answer.
    public void ask(StreamId stream, Ask ask, Rendering<Answer> rendering) {
        ask(stream, false, ask, rendering, _ -> {});
    }

    /// Like [#ask], and tells `ended` of the result as soon as it is known: on the engine's thread,
    /// which must not be held up.
    public void ask(StreamId stream, Ask ask, Rendering<Answer> rendering, Consumer<Result> ended) {
        ask(stream, false, ask, rendering, ended);
    }

    /// Like [#ask], but goes before others: for what frees seats.
    public void askUrgently(StreamId stream, Ask ask, Rendering<Answer> rendering) {
        ask(stream, true, ask, rendering, _ -> {});
    }

    /// Asks for something urgent to be done in `stream`, and goes on with the answer: on the
    /// engine's
    /// thread, which must not be held up. Whoever goes on completes this exchange.
    public void askAndGoOn(StreamId stream, Ask ask, Consumer<Answer> then) {
        engine.offer(
                stream,
                true,
                ask,
                result -> {
                    if (result instanceof Result.Done(Answer answer)) {
                        then.accept(answer);
                    } else {
                        fail(Refusals.problem(stream, result));
                    }
                });
        link.asked();
    }

    /// Asks for something urgent to be done in `stream`, and renders whatever comes of it.
    public void askForResult(StreamId stream, Ask ask, Function<Result, Object> rendering) {
        engine.offer(stream, true, ask, result -> complete(() -> rendering.apply(result)));
        link.asked();
    }

    private void ask(
            StreamId stream,
            boolean urgent,
            Ask ask,
            Rendering<Answer> rendering,
            Consumer<Result> ended) {
        engine.offer(
                stream,
                urgent,
                ask,
                result -> {
                    ended.accept(result);
                    complete(() -> rendered(stream, result, rendering));
                });
        link.asked();
    }

    /// Looks at the durable state of `event`, and renders what was seen.
    public <T> void look(EventId event, Function<BoxOffice, T> look, Rendering<T> rendering) {
        StreamId stream = StreamId.of(event);
        engine.read(
                stream,
                Reading.of(
                        state -> look.apply((BoxOffice) state),
                        seen -> complete(() -> rendering.render(seen, link.json())),
                        why -> fail(Refusals.problem(stream, why))));
    }

    /// Looks at the durable state of `event`, and goes on with what was seen: on the engine's
    /// thread,
    /// which must not be held up. Whoever goes on completes this exchange.
    public <T> void lookAndGoOn(EventId event, Function<BoxOffice, T> look, Consumer<T> then) {
        StreamId stream = StreamId.of(event);
        engine.read(
                stream,
                Reading.of(
                        state -> look.apply((BoxOffice) state),
                        then,
                        why -> fail(Refusals.problem(stream, why))));
    }

    /// Looks at the durable list of events, and goes on with what was seen: on the engine's thread,
    /// which must not be held up. Whoever goes on completes this exchange.
    public <T> void lookAtCatalogAndGoOn(Function<Catalog, T> look, Consumer<T> then) {
        StreamId stream = StreamId.CATALOG;
        engine.read(
                stream,
                Reading.of(
                        state -> look.apply((Catalog) state),
                        then,
                        why -> fail(Refusals.problem(stream, why))));
    }

    /// Like [#lookAtCatalogAndGoOn], but sees also what another node has written just before.
    public <T> void lookAtLatestCatalogAndGoOn(Function<Catalog, T> look, Consumer<T> then) {
        StreamId stream = StreamId.CATALOG;
        engine.readLatest(
                stream,
                Reading.of(
                        state -> look.apply((Catalog) state),
                        then,
                        why -> fail(Refusals.problem(stream, why))));
    }

    /// Goes on with `then` on the event loop; what it throws is the answer. Any thread.
    public void goOn(Runnable then) {
        link.execute(
                () -> {
                    try {
                        then.run();
                    } catch (RuntimeException e) {
                        complete(
                                () -> {
                                    throw e;
                                });
                    }
                });
    }

    /// Answers with what `rendering` writes, on the event loop. Any thread; once.
    public void render(Function<JsonBytes, ?> rendering) {
        complete(() -> rendering.apply(link.json()));
    }

    /// Answers with `problem`. Any thread.
    public void fail(Problem problem) {
        complete(() -> face.show(problem));
    }

    /// Answers with what `rendering` makes, on the event loop. Any thread; once.
    public void complete(Supplier<Object> rendering) {
        outcome = rendering;
        link.answered(this);
    }

    /// Renders and sends the answer. Only on the event loop.
    void finish() {
        Supplier<Object> rendering = outcome;
        if (rendering == null) throw new IllegalStateException("finished before it was completed");
        try {
            request.setResult(rendering.get());
        } catch (RuntimeException e) {
            request.handleException(e);
        }
        try {
            request.resume(Runnable::run);
        } catch (RuntimeException e) {
            LOG.warn("an answer could not be sent", e);
        }
    }

    private Object rendered(StreamId stream, Result result, Rendering<Answer> rendering) {
        return result instanceof Result.Done(Answer answer)
                ? rendering.render(answer, link.json())
                : face.show(Refusals.problem(stream, result, tierField));
    }
}
