package org.tctf.dynamodb;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.TableUnavailable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ReplicatedWriteConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** Asks DynamoDB about one table, and again where that can help; see {@link ClientLimits} for why the SDK does not. */
final class Calls {
    private final String table;
    private final Duration patience;

    Calls(String table, Duration patience) {
        this.table = table;
        this.patience = patience;
    }

    /**
     * The answer to a call that may be made several times.
     *
     * @throws IllegalArgumentException when DynamoDB calls the request invalid
     * @throws TableUnavailable when there is no answer in time, or never will be one
     */
    <R> R ask(Supplier<R> call) {
        Backoff backoff = new Backoff(patience);
        while (true) {
            try {
                return call.get();
            } catch (SdkException failed) {
                if (!passes(failed)) {
                    throw refusal(failed);
                }
                pause(backoff, failed);
            }
        }
    }

    /** Round after round, each with what the one before has left over, until nothing is. */
    <M> void drain(Map<String, M> first, UnaryOperator<Map<String, M>> round) {
        Backoff backoff = new Backoff(patience);
        Map<String, M> left = ask(() -> round.apply(first));
        while (!left.isEmpty()) {
            pause(backoff, null);
            Map<String, M> next = left;
            left = ask(() -> round.apply(next));
        }
    }

    private void pause(Backoff backoff, @Nullable SdkException last) {
        try {
            if (!backoff.pause()) {
                throw new TableUnavailable(
                        "table %s gave no answer within %s; try again later: %s"
                                .formatted(table, patience, last == null ? "it is throttled" : last.getMessage()),
                        last);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TableUnavailable("stopped while waiting for table " + table, stopped);
        }
    }

    private static boolean passes(SdkException failed) {
        return switch (failed) {
            case TransactionCanceledException _, TransactionConflictException _, TransactionInProgressException _ ->
                true;
            case ReplicatedWriteConflictException _ -> true;
            case AwsServiceException service ->
                service.isThrottlingException() || service.isClockSkewException() || service.statusCode() >= 500;
            case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _ -> true;
            case AbortedException _ -> false;
            case SdkClientException client -> client.retryable() || client.getCause() instanceof IOException;
            default -> false;
        };
    }

    private RuntimeException refusal(SdkException failed) {
        return switch (code(failed)) {
            case "ValidationException" ->
                new IllegalArgumentException("table %s refuses this: %s".formatted(table, failed.getMessage()), failed);
            case "ResourceNotFoundException" ->
                new TableUnavailable(
                        "there is no table %s here; deploy the stack that makes it".formatted(table), failed);
            case "AccessDeniedException" ->
                new TableUnavailable(
                        "table %s may not be used so; give the function's role the right: %s"
                                .formatted(table, failed.getMessage()),
                        failed);
            default -> new TableUnavailable("table %s: %s".formatted(table, failed.getMessage()), failed);
        };
    }

    /** Empty when there is none, as when something between us and DynamoDB has answered. */
    private static String code(SdkException failed) {
        return failed instanceof AwsServiceException service
                ? Optional.ofNullable(service.awsErrorDetails())
                        .map(AwsErrorDetails::errorCode)
                        .orElse("")
                : "";
    }
}
