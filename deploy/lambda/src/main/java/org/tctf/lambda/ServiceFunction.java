package org.tctf.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.BeanContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.crac.Core;
import org.crac.Resource;
import org.tctf.kernel.service.ServiceDefinition;

/**
 * What all ways in have alike: the container is started once for a process, a snapshot is taken only of a process whose
 * hot path has run, and one that was restored from it has fresh secrets.
 */
public abstract class ServiceFunction implements RequestStreamHandler, Resource {
    private final Container container;

    ServiceFunction(Container container) {
        this.container = container;
        Core.getGlobalContext().register(this);
    }

    /** What this way in answers to one event. */
    abstract JsonNode answer(JsonNode event, Deadline deadline) throws IOException;

    /** Runs what an invocation will run, without an effect, so that a snapshot holds it loaded, compiled and connected. */
    abstract void prime() throws IOException;

    @Override
    public final void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        try {
            Json.write(out, answer(Json.read(in), Deadline.of(context)));
        } finally {
            container.flush();
        }
    }

    @Override
    public final void beforeCheckpoint(org.crac.Context<? extends Resource> context) throws IOException {
        prime();
    }

    @Override
    public final void afterRestore(org.crac.Context<? extends Resource> context) {
        container.restored();
    }

    final BeanContext beans() {
        return container.beans();
    }

    final ServiceDefinition service() {
        return container.service();
    }
}
