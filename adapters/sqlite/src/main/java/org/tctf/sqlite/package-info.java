/**
 * The embedded twin of the kernel's {@link org.tctf.kernel.table.Table}: one SQLite file per service, write-ahead log,
 * one writer per file. What {@code commit} acknowledged survives a crash of the process and of the machine; concurrent
 * commits share one fsync. DynamoDB's limits are kept, so that what passes here passes there.
 */
@NullMarked
package org.tctf.sqlite;

import org.jspecify.annotations.NullMarked;
