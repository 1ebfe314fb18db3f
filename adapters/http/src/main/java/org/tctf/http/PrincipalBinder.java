package org.tctf.http;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.tctf.identity.Principal;

/** Gives a controller its caller: a parameter of type {@link Principal}, {@code @Nullable} on public routes. */
@Singleton
final class PrincipalBinder implements TypedRequestArgumentBinder<Principal> {
    static final String ATTRIBUTE = "tctf.principal";

    @Override
    public Argument<Principal> argumentType() {
        return Argument.of(Principal.class);
    }

    @Override
    public BindingResult<Principal> bind(ArgumentConversionContext<Principal> context, HttpRequest<?> request) {
        Optional<Principal> caller = request.getAttribute(ATTRIBUTE, Principal.class);
        return () -> caller;
    }
}
