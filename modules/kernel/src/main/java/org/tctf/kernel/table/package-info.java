/**
 * The single table of a service, as DynamoDB understands one: items under a partition and a sort key, secondary
 * indexes, conditional writes, transactions of at most 100 items. Services speak {@link
 * org.tctf.kernel.table.ServiceTable}; adapters implement {@link org.tctf.kernel.table.Table}.
 */
@NullMarked
package org.tctf.kernel.table;

import org.jspecify.annotations.NullMarked;
