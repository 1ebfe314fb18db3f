package org.tctf.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.contracts.ObjectAddressesContract;
import org.tctf.kernel.Unavailable;
import org.tctf.kernel.objects.FileName;
import org.tctf.kernel.objects.ObjectKey;
import org.tctf.kernel.objects.ObjectStore;
import org.tctf.kernel.objects.ObjectStores;
import org.tctf.localaws.LocalS3;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class S3StoreTest extends ObjectAddressesContract {
    private static final String BUCKET = "library-bucket";
    private static final Region REGION = Region.EU_CENTRAL_1;
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create(LocalS3.CREDENTIALS, LocalS3.CREDENTIALS));
    private static final LocalS3 SERVER = LocalS3.shared();
    private static final S3Client CLIENT = client(SERVER.endpoint(), ClientLimits.standard());
    private static final S3Presigner PRESIGNER = S3Presigner.builder()
            .endpointOverride(SERVER.endpoint())
            .region(REGION)
            .credentialsProvider(CREDENTIALS)
            .build();

    @BeforeEach
    void emptyBucket() {
        SERVER.bucket(BUCKET);
    }

    @AfterAll
    static void close() {
        CLIENT.close();
        PRESIGNER.close();
    }

    @Override
    protected ObjectStores stores() {
        return in(CLIENT, BUCKET);
    }

    @Override
    protected ObjectStore outOfReach() {
        return in(client(URI.create("http://127.0.0.1:" + closedPort()), ClientLimits.standard()), BUCKET)
                .of(LIBRARY, "books");
    }

    @Override
    protected URI reach(URI address) {
        return address;
    }

    @Override
    protected Duration shortest() {
        return A_SECOND;
    }

    @Override
    protected void letExpire() {
        URI probe = stores().of(LIBRARY, "books").downloadAddress(KEY, new FileName("probe"), A_SECOND);
        await("the second to pass").until(() -> get(probe).statusCode() == 403);
    }

    @Test
    void aFolderOfMoreThanOnePageIsDeletedWhole() {
        IntStream.range(0, 1_005).parallel().forEach(i -> put(ObjectKey.of("m", "1", "o" + i), "x"));
        put(ObjectKey.of("m", "2"), "stays");

        stores().of(LIBRARY, "books").deleteUnder(ObjectKey.of("m", "1"));

        assertThat(CLIENT.listObjectsV2(list -> list.bucket(BUCKET)).contents())
                .singleElement()
                .satisfies(left -> assertThat(left.key()).isEqualTo("books/m/2"));
    }

    @Test
    void aBucketThatIsNotThereSaysWhatToDo() {
        ObjectStore lost = in(CLIENT, "no-such-bucket").of(LIBRARY, "books");

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> lost.open(KEY))
                .withMessage("there is no bucket no-such-bucket; deploy the stack that makes it");
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> lost.deleteUnder(KEY));
    }

    @Test
    void aFunctionWithoutTheRightSaysWhatItLacks() {
        S3Client stranger = client(SERVER.endpoint(), ClientLimits.standard(), "stranger");

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> in(stranger, BUCKET).of(LIBRARY, "books").open(KEY))
                .withMessageStartingWith(
                        "bucket library-bucket may not be used so; give the function's role the right");
    }

    @Test
    void aStoreThatHangsIsGivenUpInTime() throws IOException {
        Duration soon = Duration.ofMillis(300);
        try (ServerSocket hangs = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                S3Client hasty = client(
                        URI.create("http://127.0.0.1:" + hangs.getLocalPort()),
                        ClientLimits.standard()
                                .copy(limits -> limits.apiCallTimeout(soon).apiCallAttemptTimeout(soon)))) {
            ObjectStore store = in(hasty, BUCKET).of(LIBRARY, "books");
            long begin = System.nanoTime();

            assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> store.open(KEY));
            assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> store.delete(KEY));
            assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> store.deleteUnder(KEY));

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(soon.multipliedBy(20));
        }
    }

    private static S3Objects in(S3Client client, String bucket) {
        return new S3Objects(client, PRESIGNER, bucket);
    }

    private static S3Client client(URI endpoint, ClientOverrideConfiguration limits) {
        return client(endpoint, limits, LocalS3.CREDENTIALS);
    }

    private static S3Client client(URI endpoint, ClientOverrideConfiguration limits, String who) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(REGION)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(who, who)))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(8)))
                .overrideConfiguration(limits)
                .build();
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new AssertionError(none);
        }
    }
}
