package usher.server.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The addresses that resources serve, and the methods of each.
///
/// The framework finds the resource by the beginning of an address before it looks at the method,
/// and so takes many a wrong method for a wrong address.
@Singleton
final class Addresses {

    private record Route(String method, Pattern address) {}

    private final List<Route> routes = new ArrayList<>();

    Addresses(BeanManager beans) {
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path root = bean.getBeanClass().getAnnotation(Path.class);
            if (root == null) continue;
            for (Method method : bean.getBeanClass().getDeclaredMethods()) add(root, method);
        }
    }

    /// The methods that `address` knows, for an `Allow` header; empty if there is nothing there.
    String methods(String address) {
        TreeSet<String> methods = new TreeSet<>();
        for (Route route : routes) {
            if (route.address().matcher(address).matches()) methods.add(route.method());
        }
        if (methods.contains(HttpMethod.GET)) methods.add(HttpMethod.HEAD);
        if (!methods.isEmpty()) methods.add(HttpMethod.OPTIONS);
        return String.join(", ", methods);
    }

    private void add(Path root, Method method) {
        Path here = method.getAnnotation(Path.class);
        String template = here == null ? root.value() : root.value() + "/" + here.value();
        Pattern address = Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+") + "/?");
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) routes.add(new Route(verb.value(), address));
        }
    }
}
