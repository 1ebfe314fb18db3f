package org.tctf.cdk.construct;

import software.amazon.awscdk.Aws;

/**
 * Addresses of what has a name of its own, so that a stack can speak of what another one made without referring to it.
 *
 * @param partition, region and account; in a template, the pseudo parameters
 */
public record Arns(String partition, String region, String account) {
    /** Of wherever the template is deployed. */
    public static Arns here() {
        return new Arns(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID);
    }

    public String table(String name) {
        return of("dynamodb", "table/" + name);
    }

    public String index(String table, String index) {
        return table(table) + "/index/" + index;
    }

    public String queue(String name) {
        return of("sqs", name);
    }

    public String topic(String name) {
        return of("sns", name);
    }

    public String bus(String name) {
        return of("events", "event-bus/" + name);
    }

    /** A rule of a bus other than the default one. */
    public String rule(String bus, String name) {
        return of("events", "rule/%s/%s".formatted(bus, name));
    }

    /** A rule of the account's own bus. */
    public String rule(String name) {
        return of("events", "rule/" + name);
    }

    public String userPool(String id) {
        return of("cognito-idp", "userpool/" + id);
    }

    public String mailIdentity(String domain) {
        return of("ses", "identity/" + domain);
    }

    public String configurationSet(String name) {
        return of("ses", "configuration-set/" + name);
    }

    public String function(String name) {
        return of("lambda", "function:" + name);
    }

    public String scheduleGroup(String name) {
        return of("scheduler", "schedule-group/" + name);
    }

    public String alarm(String name) {
        return of("cloudwatch", "alarm:" + name);
    }

    /** What a function reads of AppConfig. */
    public String flags(String application, String environment, String profile) {
        return of(
                "appconfig",
                "application/%s/environment/%s/configuration/%s".formatted(application, environment, profile));
    }

    public String logGroup(String name) {
        return of("logs", "log-group:" + name);
    }

    /** What is sent to connections of a WebSocket API, or ends them. */
    public String connections(String api, String stage, String method) {
        return of("execute-api", "%s/%s/%s/@connections/*".formatted(api, stage, method));
    }

    private String of(String service, String resource) {
        return "arn:%s:%s:%s:%s:%s".formatted(partition, service, region, account, resource);
    }
}
