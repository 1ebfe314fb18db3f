/**
 * What stacks are made of, one concern per class. They take names, numbers and addresses, and know neither definitions
 * nor stages where a plain value does.
 */
@NullMarked
package org.tctf.cdk.construct;

import org.jspecify.annotations.NullMarked;
