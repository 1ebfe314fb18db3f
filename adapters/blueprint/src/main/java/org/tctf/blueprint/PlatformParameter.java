package org.tctf.blueprint;

/** What the platform's stack publishes in SSM's parameter store for all others: the whole contract between the stacks. */
public enum PlatformParameter {
    /** ARN of the topic that alarms go to. */
    ALARM_TOPIC("alarm-topic-arn"),
    /** ARN of the web ACL in front of every API. */
    WEB_ACL("web-acl-arn"),
    /** ARN of the key that data at rest is encrypted with. */
    DATA_KEY("data-key-arn"),
    /** ARN of the key behind {@link Stage#sealingKey()}. */
    SEALING_KEY("sealing-key-arn"),
    USER_POOL_ID("user-pool-id"),
    USER_POOL_CLIENT_ID("user-pool-client-id"),
    /** Address in links that leave by mail, and the issuer of access tokens. */
    PUBLIC_URL("public-url"),
    /** The sender of all mail. */
    MAIL_FROM("mail-from");

    private final String path;

    PlatformParameter(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }
}
