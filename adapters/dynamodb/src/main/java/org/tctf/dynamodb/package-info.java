/**
 * The distributed twins that live in DynamoDB: the {@link org.tctf.kernel.table.Table} of a service, its outbox, and what
 * guards all services (rate counters). What {@code commit} acknowledged is in three availability zones; an answer that
 * was lost is asked for again by the same request token, so nothing happens twice.
 */
@NullMarked
package org.tctf.dynamodb;

import org.jspecify.annotations.NullMarked;
