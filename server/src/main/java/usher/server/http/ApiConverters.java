package usher.server.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.server.security.Caller;

/// Turns path segments and headers into the types that resources declare.
@Provider
public final class ApiConverters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, Type genericType, Annotation[] annotations) {
        if (type == Caller.class) return (ParamConverter<T>) from(Caller::fromHeader);
        if (type == EventId.class) return (ParamConverter<T>) from(Ids::event);
        return null;
    }

    private static <T> ParamConverter<T> from(Function<String, T> read) {
        return new ParamConverter<>() {
            @Override
            public T fromString(String value) {
                return read.apply(value);
            }

            @Override
            public String toString(T value) {
                return String.valueOf(value);
            }
        };
    }
}
