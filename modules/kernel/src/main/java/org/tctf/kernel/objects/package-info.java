/**
 * Files that are too big for a table: a service names its stores in its definition, puts objects in, and hands out
 * addresses that end by themselves. All of it is private and encrypted at rest; nothing is ever public.
 */
@NullMarked
package org.tctf.kernel.objects;

import org.jspecify.annotations.NullMarked;
