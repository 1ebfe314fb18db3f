package org.tctf.dynamodb;

import java.util.List;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Write;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Why a transaction was cancelled. DynamoDB gives each item a reason of its own; as with the embedded twin the first
 * item counts that stood in the way.
 */
final class Cancellation {
    private Cancellation() {}

    /** What to throw; the cancellation itself when it passes: others were at the same items, or too many at all. */
    static RuntimeException of(TransactionCanceledException canceled, List<Write> writes) {
        List<CancellationReason> reasons = canceled.cancellationReasons();
        for (int i = 0; i < reasons.size(); i++) {
            switch (reasons.get(i).code()) {
                case "None" -> {}
                case "ConditionalCheckFailed" -> {
                    return new ConditionFailed(writes.get(i).key());
                }
                case "ValidationError", "ItemCollectionSizeLimitExceeded" -> {
                    return new IllegalArgumentException(
                            "item %d of the transaction is refused: %s"
                                    .formatted(i + 1, reasons.get(i).message()),
                            canceled);
                }
                default -> {
                    return canceled;
                }
            }
        }
        return canceled;
    }
}
