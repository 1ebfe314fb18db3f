package org.tctf.cdk.construct;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tctf.kernel.web.MailedLinks;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.FieldToMatchProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;

/**
 * How much one address may ask for in five minutes. What comes by a link that we mailed is not counted: mail providers post
 * their readers' one-click unsubscriptions (RFC 8058), and look at links, from a few addresses for everybody. Those the
 * function counts, by the link, and by the address where the link is none of ours
 * ({@link org.tctf.kernel.web.RateLimit.By#LINK}); the gateway's own limit holds for them too.
 *
 * @param requests in five minutes
 * @param stage that the gateway's own addresses have before each path; a domain's have not
 * @param mailedLinks the paths of routes that count by the link, by method; without parameters
 */
public record AddressLimit(int requests, String stage, Map<String, ? extends Collection<String>> mailedLinks) {
    static final String NAME = "requests-per-address";

    private static final int FIVE_MINUTES = 300;

    /** What is the same in a path and in a regular expression for it. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/_-]+");

    /** @throws IllegalArgumentException when a path is not plain */
    public AddressLimit {
        mailedLinks.values().stream()
                .flatMap(Collection::stream)
                .filter(path -> !PLAIN.matcher(path).matches())
                .findFirst()
                .ifPresent(path -> {
                    throw new IllegalArgumentException(
                            "%s counts by the link, and is not a plain path".formatted(path));
                });
    }

    CfnWebACL.RateBasedStatementProperty statement() {
        CfnWebACL.RateBasedStatementProperty.Builder all = CfnWebACL.RateBasedStatementProperty.builder()
                .limit(requests)
                .evaluationWindowSec(FIVE_MINUTES)
                .aggregateKeyType("IP");
        byMailedLink()
                .ifPresent(linked -> all.scopeDownStatement(StatementProperty.builder()
                        .notStatement(CfnWebACL.NotStatementProperty.builder()
                                .statement(linked)
                                .build())
                        .build()));
        return all.build();
    }

    private Optional<StatementProperty> byMailedLink() {
        List<StatementProperty> routes = mailedLinks.entrySet().stream()
                .map(route -> byMailedLink(route.getKey(), route.getValue()))
                .toList();
        return switch (routes.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(routes.getFirst());
            default ->
                Optional.of(StatementProperty.builder()
                        .orStatement(CfnWebACL.OrStatementProperty.builder()
                                .statements(routes)
                                .build())
                        .build());
        };
    }

    private StatementProperty byMailedLink(String method, Collection<String> paths) {
        StatementProperty isMethod = StatementProperty.builder()
                .byteMatchStatement(CfnWebACL.ByteMatchStatementProperty.builder()
                        .fieldToMatch(
                                FieldToMatchProperty.builder().method(Map.of()).build())
                        .positionalConstraint("EXACTLY")
                        .searchString(method)
                        .textTransformations(asItIs())
                        .build())
                .build();
        StatementProperty isPath = StatementProperty.builder()
                .regexMatchStatement(CfnWebACL.RegexMatchStatementProperty.builder()
                        .fieldToMatch(
                                FieldToMatchProperty.builder().uriPath(Map.of()).build())
                        .regexString(paths.stream()
                                .sorted()
                                .collect(Collectors.joining("|", "^(/%s)?(".formatted(stage), ")$")))
                        .textTransformations(asItIs())
                        .build())
                .build();
        StatementProperty hasToken = StatementProperty.builder()
                .sizeConstraintStatement(CfnWebACL.SizeConstraintStatementProperty.builder()
                        .fieldToMatch(FieldToMatchProperty.builder()
                                .singleQueryArgument(Map.of("Name", MailedLinks.PARAMETER))
                                .build())
                        .comparisonOperator("GT")
                        .size(0)
                        .textTransformations(asItIs())
                        .build())
                .build();
        return StatementProperty.builder()
                .andStatement(CfnWebACL.AndStatementProperty.builder()
                        .statements(List.of(isMethod, isPath, hasToken))
                        .build())
                .build();
    }

    private static List<CfnWebACL.TextTransformationProperty> asItIs() {
        return List.of(CfnWebACL.TextTransformationProperty.builder()
                .priority(0)
                .type("NONE")
                .build());
    }
}
