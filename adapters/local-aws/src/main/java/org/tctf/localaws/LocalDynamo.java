package org.tctf.localaws;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * AWS's own DynamoDB Local, in memory, one for all tests of this JVM: a process of its own, spoken to over HTTP (ADR 14
 * says why), or its container image where {@code TCTF_TESTCONTAINERS=1} asks for that and a Docker engine answers. Tables
 * are told apart by name; whoever makes one gives it a name of its own. Its time to live deletes nothing that a test
 * could wait for.
 */
public final class LocalDynamo {
    private static final System.Logger LOG = System.getLogger(LocalDynamo.class.getName());

    private static @Nullable LocalDynamo shared;

    private final URI endpoint;
    private final DynamoDbClient client;

    private LocalDynamo(URI endpoint) {
        this.endpoint = endpoint;
        client = client(endpoint, ClientOverrideConfiguration.builder().build());
    }

    /**
     * Started when first asked for; ends with this JVM.
     *
     * @throws TestAbortedException when the build left it out: the test that asks is skipped, and says why
     */
    public static synchronized LocalDynamo shared() {
        if (shared == null) {
            shared = new LocalDynamo(start());
        }
        return shared;
    }

    /** What a client takes as endpoint override, or a process as {@code AWS_ENDPOINT_URL_DYNAMODB}. */
    public URI endpoint() {
        return endpoint;
    }

    /** Don't close it. */
    public DynamoDbClient client() {
        return client;
    }

    /** A client of this or of something that stands in front of it; nobody checks its signatures. */
    public static DynamoDbClient client(URI endpoint, ClientOverrideConfiguration limits) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .overrideConfiguration(limits)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private static URI start() {
        DynamoDbLocalJars jars = DynamoDbLocalJars.ofThisBuild()
                .orElseThrow(() -> new TestAbortedException(
                        "needs DynamoDB Local, which this build leaves out (-Dtctf.dynamodb-local=off)"));
        if ("1".equals(System.getenv("TCTF_TESTCONTAINERS"))) {
            if (DockerDynamo.isPossible()) {
                URI endpoint = DockerDynamo.start(jars.version());
                LOG.log(System.Logger.Level.INFO, "DynamoDB is the image of DynamoDB Local {0}", jars.version());
                return endpoint;
            }
            LOG.log(System.Logger.Level.WARNING, "TCTF_TESTCONTAINERS=1, but no Docker engine answers");
        }
        URI endpoint = DynamoProcess.start(jars.classPath());
        LOG.log(
                System.Logger.Level.INFO,
                "DynamoDB is DynamoDB Local {0}, a process on {1}; its image runs with Docker and TCTF_TESTCONTAINERS=1",
                jars.version(),
                endpoint);
        return endpoint;
    }
}
