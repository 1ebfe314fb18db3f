package org.tctf.eventbridge;

import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.contracts.EventBusContract;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.localaws.FakeAws;

/** The same with queues that others wrote. */
class ElasticMqBusContractTest extends EventBusContract {
    @TempDir
    static Path folders;

    @Override
    protected Running start(Function<Class<?>, ?> consumers, ServiceDefinition... services) {
        FakeAws aws = FakeAws.start();
        return LocalPlatform.running(folders, aws, new ElasticMq(), ElasticMq.endpoint(), consumers, services);
    }
}
