package org.tctf.eventbridge;

/**
 * A message of a queue as a function receives it.
 *
 * @param queueArn of the queue that it came from
 * @param receives SQS's {@code ApproximateReceiveCount}: this is the n-th delivery
 */
public record QueueMessage(String messageId, String receiptHandle, String queueArn, String body, int receives) {

    String queueName() {
        return queueArn.substring(queueArn.lastIndexOf(':') + 1);
    }
}
