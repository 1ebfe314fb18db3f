package org.tctf.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.objects.FileName;
import org.tctf.kernel.objects.ObjectKey;
import org.tctf.kernel.objects.ObjectStore;
import org.tctf.kernel.objects.StoredObject;
import org.tctf.kernel.objects.UploadAddress;

/** What every {@link ObjectStore} promises to whoever gets one of its addresses, over HTTP. */
public abstract class ObjectAddressesContract extends ObjectStoreContract {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final FileName LETTER = new FileName("Brief an Jürgen (1).txt");
    private static final String TYPE = "text/plain";
    private static final String TEXT = "dear reader";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private ObjectStore books;

    /** Where this test reaches the address. */
    protected abstract URI reach(URI address);

    /** The shortest that an address can last here. */
    protected abstract Duration shortest();

    /** Waits until an address that was given out before, for {@link #shortest}, is over. */
    protected abstract void letExpire();

    @BeforeEach
    final void openStore() {
        books = stores().of(LIBRARY, "books");
    }

    @Test
    void anAddressGivesTheObjectAsAFileToSave() {
        put(KEY, TEXT);

        HttpResponse<String> answer = get(books.downloadAddress(KEY, LETTER, A_MINUTE));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(TEXT);
        assertThat(header(answer, "Content-Type")).isEqualTo(TYPE);
        assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(TEXT.length()));
        assertThat(header(answer, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"Brief an J_rgen _1_.txt\";"
                        + " filename*=UTF-8''Brief%20an%20J%C3%BCrgen%20%281%29.txt");
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-store");
    }

    @Test
    void everyKeyHasAnAddress() {
        for (ObjectKey key : oddKeys()) {
            put(key, key.value());
            assertThat(get(books.downloadAddress(key, LETTER, A_MINUTE)).body()).isEqualTo(key.value());
        }
    }

    @Test
    void anAddressOfNothingLeadsNowhereAndOneOfSomethingDeletedToo() {
        URI address = books.downloadAddress(KEY, LETTER, A_MINUTE);
        assertThat(get(address).statusCode()).isEqualTo(404);

        put(KEY, TEXT);
        assertThat(get(address).statusCode()).isEqualTo(200);

        books.delete(KEY);
        assertThat(get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void anExpiredAddressIsRefused() {
        put(KEY, TEXT);
        URI download = books.downloadAddress(KEY, LETTER, shortest());
        UploadAddress upload = books.uploadAddress(ObjectKey.of("new"), TYPE, TEXT.length(), shortest());

        letExpire();

        assertThat(get(download).statusCode()).isEqualTo(403);
        assertThat(put(upload, TEXT).statusCode()).isEqualTo(403);
        assertThat(books.open(ObjectKey.of("new"))).isEmpty();
    }

    @Test
    void anAddressWithAnyCharacterChangedIsRefused() {
        put(KEY, TEXT);
        put(ObjectKey.of("member-2", "letter.txt"), TEXT);
        String address = books.downloadAddress(KEY, LETTER, A_MINUTE).toString();
        int query = address.indexOf('?');

        for (int i = query + 1; i < address.length(); i++) {
            if (Character.isLetterOrDigit(address.charAt(i))) {
                assertRefused(changed(address, i));
            }
        }
        assertRefused(address.substring(0, address.length() - 1));
        assertRefused(address.substring(0, query));
        assertRefused(address + "x");
    }

    private void assertRefused(String address) {
        HttpResponse<String> answer = get(URI.create(address));
        assertThat(answer.statusCode()).as(address).isBetween(400, 404);
        assertThat(answer.body()).as(address).doesNotContain(TEXT);
    }

    private static String changed(String address, int at) {
        char one = address.charAt(at);
        char other = Character.isDigit(one) ? one == '9' ? '0' : (char) (one + 1) : one == 'A' ? 'B' : 'A';
        return address.substring(0, at) + other + address.substring(at + 1);
    }

    @Test
    void whatIsSentToAnAddressIsThereAndNobodyReplacesItBehindUs() {
        UploadAddress address = books.uploadAddress(KEY, TYPE, TEXT.length(), A_MINUTE);

        assertThat(put(address, TEXT).statusCode()).isEqualTo(200);
        assertThat(put(address, "DEAR READER").statusCode()).isEqualTo(412);

        try (StoredObject found = books.open(KEY).orElseThrow()) {
            assertThat(found.contentType()).isEqualTo(TYPE);
            assertThat(found.content()).hasContent(TEXT);
        }
    }

    @Test
    void anUploadsAddressDoesNotReplaceWhatTheServiceHasPut() {
        UploadAddress address = books.uploadAddress(KEY, TYPE, TEXT.length(), A_MINUTE);
        put(KEY, "ours");

        assertThat(put(address, TEXT).statusCode()).isEqualTo(412);
        assertThat(text(KEY)).hasValue("ours");
    }

    @Test
    void anotherTypeOrLengthOrNoConditionIsRefused() {
        UploadAddress address = books.uploadAddress(KEY, TYPE, TEXT.length(), A_MINUTE);

        assertThat(put(with(address, "Content-Type", "text/html"), TEXT).statusCode())
                .isEqualTo(403);
        assertThat(put(without(address, "Content-Type"), TEXT).statusCode()).isEqualTo(403);
        assertThat(put(without(address, "If-None-Match"), TEXT).statusCode()).isEqualTo(403);
        assertThat(put(address, TEXT + "!").statusCode()).isEqualTo(403);
        assertThat(put(address, TEXT.substring(1)).statusCode()).isEqualTo(403);
        assertThat(put(address, "").statusCode()).isEqualTo(403);

        assertThat(books.open(KEY)).isEmpty();
        assertThat(put(address, TEXT).statusCode()).isEqualTo(200);
    }

    @Test
    void aLargeUploadArrives() {
        String large = "0123456789".repeat(1_200_000);
        UploadAddress address = books.uploadAddress(KEY, TYPE, large.length(), A_MINUTE);

        assertThat(put(address, large).statusCode()).isEqualTo(200);

        assertThat(text(KEY)).hasValue(large);
        assertThat(get(books.downloadAddress(KEY, LETTER, A_MINUTE)).body()).isEqualTo(large);
    }

    @Test
    void anAddressIsForOneThingOnly() {
        put(KEY, TEXT);
        URI download = books.downloadAddress(KEY, LETTER, A_MINUTE);
        UploadAddress upload = books.uploadAddress(KEY, TYPE, TEXT.length(), A_MINUTE);

        assertThat(get(upload.uri()).statusCode()).isEqualTo(403);
        assertThat(put(new UploadAddress(download, upload.headers()), TEXT).statusCode())
                .isEqualTo(403);
    }

    @Test
    void anAddressLastsAnHourAtMost() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> books.downloadAddress(KEY, LETTER, Duration.ofMinutes(61)));
        assertThatIllegalArgumentException().isThrownBy(() -> books.downloadAddress(KEY, LETTER, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> books.uploadAddress(KEY, TYPE, 1, Duration.ofMinutes(61)));
    }

    @Test
    void anUploadIsOfSomethingAndNotOfTooMuch() {
        assertThatIllegalArgumentException().isThrownBy(() -> books.uploadAddress(KEY, TYPE, 0, A_MINUTE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> books.uploadAddress(KEY, TYPE, ObjectStore.MAX_BYTES + 1, A_MINUTE));
        assertThatIllegalArgumentException().isThrownBy(() -> books.uploadAddress(KEY, "zip", 1, A_MINUTE));
    }

    protected final HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(reach(address)).GET());
    }

    protected final HttpResponse<String> put(UploadAddress address, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(reach(address.uri()))
                .PUT(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)));
        address.headers().forEach(request::header);
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError("no answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("stopped", stopped);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static UploadAddress with(UploadAddress address, String name, String value) {
        Map<String, String> headers = new HashMap<>(address.headers());
        headers.put(name, value);
        return new UploadAddress(address.uri(), headers);
    }

    private static UploadAddress without(UploadAddress address, String name) {
        Map<String, String> headers = new HashMap<>(address.headers());
        headers.remove(name);
        return new UploadAddress(address.uri(), headers);
    }
}
