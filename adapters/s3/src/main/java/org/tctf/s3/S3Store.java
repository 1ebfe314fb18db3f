package org.tctf.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tctf.kernel.Unavailable;
import org.tctf.kernel.objects.Content;
import org.tctf.kernel.objects.FileName;
import org.tctf.kernel.objects.ObjectKey;
import org.tctf.kernel.objects.ObjectStore;
import org.tctf.kernel.objects.StoredObject;
import org.tctf.kernel.objects.UploadAddress;
import org.tctf.kernel.objects.WrongLength;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** One store: what lies in one folder of the bucket. S3 is strongly consistent, and a put is whole or not there. */
final class S3Store implements ObjectStore {
    private static final String NOT_KEPT_BY_OTHERS = "private, no-store";
    private static final String ONLY_IF_NONE = "*";

    private final S3Objects s3;
    private final String folder;

    /** @param folder with a slash at its end */
    S3Store(S3Objects s3, String folder) {
        this.s3 = s3;
        this.folder = folder;
    }

    @Override
    public void put(ObjectKey key, Content content) {
        if (content.length() == 0) {
            requireNothing(content);
        }
        Duration sending = ClientLimits.toSend(content.length());
        asked(() -> s3.client()
                .putObject(
                        put -> put.bucket(s3.bucket())
                                .key(folder + key.value())
                                .contentType(content.contentType())
                                .contentLength(content.length())
                                .overrideConfiguration(
                                        limits -> limits.apiCallAttemptTimeout(ClientLimits.ANSWER.plus(sending))
                                                .apiCallTimeout(ClientLimits.PATIENCE.plus(sending.multipliedBy(2)))),
                        RequestBody.fromContentProvider(
                                () -> new Source(content), content.length(), content.contentType())));
    }

    /** The SDK does not ask for bytes of which there are none. */
    private static void requireNothing(Content content) {
        try (Source source = new Source(content)) {
            source.read();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Tells failures of the source from failures of the connection, which are all I/O to the SDK. */
    private static final class Source extends FilterInputStream {
        Source(Content content) {
            super(opened(content));
        }

        private static InputStream opened(Content content) {
            try {
                return content.open();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public int read() {
            try {
                return in.read();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int count) {
            try {
                return in.read(buffer, offset, count);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // handed to the caller, who closes it
    public Optional<StoredObject> open(ObjectKey key) {
        return asked(() -> {
            try {
                ResponseInputStream<GetObjectResponse> found =
                        s3.client().getObject(get -> get.bucket(s3.bucket()).key(folder + key.value()));
                GetObjectResponse about = found.response();
                return Optional.of(new StoredObject(about.contentType(), about.contentLength(), found));
            } catch (NoSuchKeyException none) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void delete(ObjectKey key) {
        asked(() ->
                s3.client().deleteObject(delete -> delete.bucket(s3.bucket()).key(folder + key.value())));
    }

    @Override
    public void deleteUnder(ObjectKey under) {
        asked(() -> {
            s3.client()
                    .listObjectsV2Paginator(list -> list.bucket(s3.bucket()).prefix(folder + under.value() + "/"))
                    .forEach(this::delete);
            return s3;
        });
    }

    /** A page has as many as one request deletes. */
    private void delete(ListObjectsV2Response page) {
        List<ObjectIdentifier> keys = page.contents().stream()
                .map(found -> ObjectIdentifier.builder().key(found.key()).build())
                .toList();
        if (keys.isEmpty()) {
            return;
        }
        DeleteObjectsResponse done = s3.client()
                .deleteObjects(delete -> delete.bucket(s3.bucket())
                        .delete(these -> these.objects(keys).quiet(true)));
        if (!done.errors().isEmpty()) {
            S3Error first = done.errors().getFirst();
            throw new Unavailable("%d objects of bucket %s could not be deleted, try again; the first: %s %s"
                    .formatted(done.errors().size(), s3.bucket(), first.code(), first.message()));
        }
    }

    @Override
    public URI downloadAddress(ObjectKey key, FileName name, Duration validity) {
        ObjectStore.checkValidity(validity);
        return asked(() -> URI.create(s3.presigner()
                .presignGetObject(sign -> sign.signatureDuration(validity)
                        .getObjectRequest(get -> get.bucket(s3.bucket())
                                .key(folder + key.value())
                                .responseContentDisposition(name.attachment())
                                .responseCacheControl(NOT_KEPT_BY_OTHERS)))
                .url()
                .toString()));
    }

    /** S3 refuses what has other values of signed headers than were signed (Signature Version 4, "Canonical request"). */
    @Override
    public UploadAddress uploadAddress(ObjectKey key, String contentType, long length, Duration validity) {
        ObjectStore.checkValidity(validity);
        ObjectStore.checkUpload(contentType, length);
        URI address = asked(() -> URI.create(s3.presigner()
                .presignPutObject(sign -> sign.signatureDuration(validity)
                        .putObjectRequest(put -> put.bucket(s3.bucket())
                                .key(folder + key.value())
                                .contentType(contentType)
                                .contentLength(length)
                                .ifNoneMatch(ONLY_IF_NONE)))
                .url()
                .toString()));
        return new UploadAddress(address, Map.of("Content-Type", contentType, "If-None-Match", ONLY_IF_NONE));
    }

    private <R> R asked(Supplier<R> call) {
        try {
            return call.get();
        } catch (SdkException failed) {
            throw refusal(failed);
        }
    }

    private RuntimeException refusal(SdkException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof WrongLength || cause instanceof UncheckedIOException) {
                return (RuntimeException) cause;
            }
        }
        return switch (failed) {
            case NoSuchBucketException _ ->
                new Unavailable("there is no bucket %s; deploy the stack that makes it".formatted(s3.bucket()), failed);
            case S3Exception refused
            when refused.statusCode() == 403 ->
                new Unavailable(
                        "bucket %s may not be used so; give the function's role the right: %s"
                                .formatted(s3.bucket(), refused.getMessage()),
                        failed);
            default -> new Unavailable("bucket %s: %s".formatted(s3.bucket(), failed.getMessage()), failed);
        };
    }
}
