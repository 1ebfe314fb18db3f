/**
 * The bus on AWS (ADR 9 and 16): EventBridge routes facts, SNS fans them out, SQS keeps the work. What leaves an outbox
 * reaches everyone who asked for it at least once; each message is done once, or lies in its queue's dead letters with the
 * reason.
 */
@NullMarked
package org.tctf.eventbridge;

import org.jspecify.annotations.NullMarked;
