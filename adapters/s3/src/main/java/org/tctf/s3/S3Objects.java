package org.tctf.s3;

import org.tctf.kernel.objects.ObjectStore;
import org.tctf.kernel.objects.ObjectStores;
import org.tctf.kernel.service.KeptObjects;
import org.tctf.kernel.service.ServiceDefinition;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * The stores of one service in its bucket. Opening one asks nobody: a bucket that is missing is found when used.
 *
 * @param client made with {@link ClientLimits}
 * @param bucket as the service's stack has made it
 */
public record S3Objects(S3Client client, S3Presigner presigner, String bucket) implements ObjectStores {

    @Override
    public ObjectStore of(ServiceDefinition service, String store) {
        KeptObjects kept = service.objects(store);
        return new S3Store(this, kept.folder());
    }
}
