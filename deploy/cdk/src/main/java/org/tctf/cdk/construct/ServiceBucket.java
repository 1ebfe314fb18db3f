package org.tctf.cdk.construct;

import java.util.ArrayList;
import java.util.List;
import org.tctf.cdk.Acknowledged;
import org.tctf.kernel.service.KeptObjects;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.CfnBucketPolicy;
import software.constructs.Construct;

/**
 * The bucket of a service's objects, a folder for each store: private whatever anybody's policy says, encrypted with the
 * stage's key, reached by TLS only, each object deleted when its store's time is over. Like a table it survives its stack.
 *
 * <p>CloudFormation names it: a name that could be guessed could be taken by somebody else first, as buckets' names are one
 * space for all of AWS. It has no versions, since what is deleted here is to be gone (a person's export, for one).
 */
public final class ServiceBucket extends Construct {
    private static final int PREFLIGHT_SECONDS = 3600;

    private final CfnBucket bucket;

    /** @param origins of web pages that may send to and read from its addresses */
    public ServiceBucket(Construct scope, String id, List<KeptObjects> stores, String keyArn, List<String> origins) {
        super(scope, id);
        CfnBucket.Builder builder = CfnBucket.Builder.create(this, "Bucket")
                .bucketEncryption(encryption(keyArn))
                .publicAccessBlockConfiguration(CfnBucket.PublicAccessBlockConfigurationProperty.builder()
                        .blockPublicAcls(true)
                        .blockPublicPolicy(true)
                        .ignorePublicAcls(true)
                        .restrictPublicBuckets(true)
                        .build())
                .ownershipControls(CfnBucket.OwnershipControlsProperty.builder()
                        .rules(List.of(CfnBucket.OwnershipControlsRuleProperty.builder()
                                .objectOwnership("BucketOwnerEnforced")
                                .build()))
                        .build())
                .lifecycleConfiguration(CfnBucket.LifecycleConfigurationProperty.builder()
                        .rules(lifeCycles(stores))
                        .build());
        if (!origins.isEmpty()) {
            builder.corsConfiguration(CfnBucket.CorsConfigurationProperty.builder()
                    .corsRules(List.of(CfnBucket.CorsRuleProperty.builder()
                            .allowedOrigins(origins)
                            .allowedMethods(List.of("GET", "PUT"))
                            .allowedHeaders(List.of("content-type", "if-none-match"))
                            .maxAge(PREFLIGHT_SECONDS)
                            .build()))
                    .build());
        }
        bucket = builder.build();
        bucket.applyRemovalPolicy(RemovalPolicy.RETAIN);
        Acknowledged.OBJECTS_WITHOUT_ACCESS_LOG.on(bucket);
        CfnBucketPolicy.Builder.create(this, "Policy")
                .bucket(bucket.getRef())
                .policyDocument(Statements.document(List.of(
                        Statements.onlyEncrypted("s3:*", List.of(bucket.getAttrArn(), bucket.getAttrArn() + "/*")))))
                .build()
                .applyRemovalPolicy(RemovalPolicy.RETAIN);
    }

    public String name() {
        return bucket.getRef();
    }

    public String arn() {
        return bucket.getAttrArn();
    }

    private static CfnBucket.BucketEncryptionProperty encryption(String keyArn) {
        return CfnBucket.BucketEncryptionProperty.builder()
                .serverSideEncryptionConfiguration(List.of(CfnBucket.ServerSideEncryptionRuleProperty.builder()
                        // One data key of KMS for many objects, not one each.
                        .bucketKeyEnabled(true)
                        .serverSideEncryptionByDefault(CfnBucket.ServerSideEncryptionByDefaultProperty.builder()
                                .sseAlgorithm("aws:kms")
                                .kmsMasterKeyId(keyArn)
                                .build())
                        .build()))
                .build();
    }

    private static List<CfnBucket.RuleProperty> lifeCycles(List<KeptObjects> stores) {
        List<CfnBucket.RuleProperty> rules = new ArrayList<>();
        // Nothing here is sent in parts; what somebody began all the same is paid for until it is thrown away.
        rules.add(CfnBucket.RuleProperty.builder()
                .id("unfinished")
                .status("Enabled")
                .abortIncompleteMultipartUpload(CfnBucket.AbortIncompleteMultipartUploadProperty.builder()
                        .daysAfterInitiation(1)
                        .build())
                .build());
        for (KeptObjects store : stores) {
            if (store.keptFor() != null) {
                rules.add(CfnBucket.RuleProperty.builder()
                        .id(store.name())
                        .status("Enabled")
                        .prefix(store.folder())
                        .expirationInDays(store.keptFor().toDays())
                        .build());
            }
        }
        return rules;
    }
}
