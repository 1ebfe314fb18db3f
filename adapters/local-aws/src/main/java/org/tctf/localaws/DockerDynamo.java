package org.tctf.localaws;

import java.net.URI;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** DynamoDB Local as AWS's container image; Testcontainers removes it when this JVM has ended, however it ended. */
final class DockerDynamo {
    private static final int PORT = 8000;

    private DockerDynamo() {}

    static boolean isPossible() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @SuppressWarnings("resource") // lives as long as this JVM
    static URI start(String version) {
        GenericContainer<?> container = new GenericContainer<>(
                        DockerImageName.parse("amazon/dynamodb-local").withTag(version))
                .withExposedPorts(PORT)
                .withCommand("-jar", "DynamoDBLocal.jar", "-inMemory", "-sharedDb", "-disableTelemetry");
        container.start();
        return URI.create("http://%s:%d".formatted(container.getHost(), container.getMappedPort(PORT)));
    }
}
