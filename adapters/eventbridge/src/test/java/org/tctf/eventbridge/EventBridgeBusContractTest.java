package org.tctf.eventbridge;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.contracts.EventBusContract;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.localaws.FakeAws;
import org.tctf.localaws.FakeSqs;

class EventBridgeBusContractTest extends EventBusContract {
    @TempDir
    static Path folders;

    @Override
    protected Running start(Function<Class<?>, ?> consumers, ServiceDefinition... services) {
        FakeAws aws = FakeAws.start();
        return LocalPlatform.running(
                folders, aws, FakeSqs.in(aws, InstantSource.system()), aws.endpoint(), consumers, services);
    }
}
