package usher.ledger.conformance;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives each test a [Trial] on a store of its own, and closes both after it.
final class TrialProvider implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(TrialProvider.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Trial.class;
    }

    @Override
    public Trial resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Promises promises = (Promises) context.getRequiredTestInstance();
        return context.getStore(NAMESPACE)
                .computeIfAbsent("trial", _ -> new Trial(promises.newStore()), Trial.class);
    }
}
