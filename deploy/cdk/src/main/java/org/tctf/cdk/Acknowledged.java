package org.tctf.cdk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.constructs.IConstruct;

/**
 * Findings of cdk-nag's AwsSolutions pack that stay, one by one, each with its reason. They stand in the validation report
 * as suppressed, not as absent.
 */
public enum Acknowledged {
    TOKENS_OF_OUR_OWN("Tokens are issued by the platform, and proven by its own authorizer (ADR 18).", "COG4"),
    PUBLIC_OPERATION("The OpenAPI document says that this needs no token.", "APIG4"),
    TICKET("A WebSocket is opened by a ticket that its function checks and spends (ADR 29).", "APIG4"),
    ACCOUNTS_ONLY(
            "Second factors are the platform's own, length is what makes a password good (NIST SP 800-63B), and tries are"
                    + " counted and locked before they reach the pool.",
            "COG1",
            "COG2",
            "COG8"),
    SECRET_THAT_LASTS(
            "What was made with it could not be made again with another one; the definition says so.", "SMG4"),
    GATEWAY_LOGS(
            "The policy that API Gateway asks of the account's role for logs.",
            "IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]"),
    NOBODYS_DEAD_LETTERS(
            "It is where EventBridge, SNS, Lambda or the scheduler lay down what they could not hand on; a queue behind it would"
                    + " hold the same.",
            "SQS3"),
    OBJECTS_WITHOUT_ACCESS_LOG(
            "Logs of the bucket would keep, for anybody who reads logs, which object every member gets and when, and come late"
                    + " or not at all; who asked for an address is in the service's own log (ADR 27).",
            "S1"),
    CODE_DEPLOY_ROLE(
            "CodeDeploy's own policy for Lambda, without a right to invoke: what it needs changes with CodeDeploy.",
            "IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]");

    private static final String PACK = "AwsSolutions::AwsSolutions-";

    private final String reason;
    private final List<String> findings;

    Acknowledged(String reason, String... findings) {
        this.reason = reason;
        this.findings = List.of(findings);
    }

    /** Lets the findings stay on this construct and what is inside it. */
    public void on(IConstruct construct) {
        findings.forEach(finding -> acknowledge(construct, finding, reason));
    }

    /** Lets a role name a resource by a pattern. */
    public static void pattern(IConstruct role, String resource, String reason) {
        acknowledge(role, "IAM5[Resource::%s]".formatted(reported(Stack.of(role).resolve(resource))), reason);
    }

    /** As cdk-nag writes an address: what is known at deployment only in angle brackets. */
    private static String reported(Object value) {
        if (!(value instanceof Map<?, ?> function)) {
            return String.valueOf(value);
        }
        Object arguments = function.values().iterator().next();
        return switch (String.valueOf(function.keySet().iterator().next())) {
            case "Ref" -> "<%s>".formatted(arguments);
            case "Fn::GetAtt" ->
                "<%s>"
                        .formatted(((List<?>) arguments)
                                .stream().map(String::valueOf).collect(Collectors.joining(".")));
            case "Fn::Join" ->
                ((List<?>) ((List<?>) arguments).get(1))
                        .stream().map(Acknowledged::reported).collect(Collectors.joining());
            default -> throw new IllegalArgumentException("nobody says how cdk-nag writes " + function);
        };
    }

    private static void acknowledge(IConstruct construct, String finding, String reason) {
        Validations.of(construct)
                .acknowledge(Acknowledgment.builder()
                        .id(PACK + finding)
                        .reason(reason)
                        .build());
    }
}
