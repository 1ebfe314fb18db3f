/**
 * Jackson behind the kernel's {@link org.tctf.kernel.Codec}, and JSON Schema behind {@link
 * org.tctf.kernel.event.EventSchemas}. What the domain's types look like in JSON follows from their shape (records,
 * sealed interfaces, JSpecify's {@code @Nullable}), so the domain carries no annotation of ours or of Jackson's.
 */
@NullMarked
package org.tctf.json;

import org.jspecify.annotations.NullMarked;
