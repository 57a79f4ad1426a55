package usher.server.http;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import usher.engine.Engine;

/// Where resources bring what callers ask, and where the answers come back to.
@Singleton
public final class Counter {

    private final Engine engine;
    private final FastThreadLocal<EventLoopLink> links;

    Counter(Engine engine) {
        this.engine = engine;
        this.links =
                new FastThreadLocal<>() {
                    @Override
                    protected EventLoopLink initialValue() {
                        return new EventLoopLink(currentLoop(), engine);
                    }
                };
    }

    /// Suspends the request that is being served on this event loop, until somebody completes the
    /// exchange.
    public Exchange open(Face face) {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        request.suspend();
        return new Exchange(engine, request, links.get(), face);
    }

    private static EventLoop currentLoop() {
        if (!(Vertx.currentContext() instanceof ContextInternal context)) {
            throw new IllegalStateException("not on an event loop");
        }
        return context.nettyEventLoop();
    }
}
