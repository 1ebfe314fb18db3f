package org.tctf.localaws;

/** Names as AWS writes them out, and back. */
final class Arns {
    static final String REGION = "eu-central-1";
    static final String ACCOUNT = "000000000000";

    private Arns() {}

    static String queue(String name) {
        return of("sqs", name);
    }

    /** What comes after the account. */
    static String name(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    static String of(String service, String resource) {
        return "arn:aws:%s:%s:%s:%s".formatted(service, REGION, ACCOUNT, resource);
    }
}
