/**
 * What a service's definition becomes on AWS, by name, so that the stack that makes a thing and the code that uses it
 * cannot disagree. Plain Java: neither the SDK nor the CDK is known here.
 */
@NullMarked
package org.tctf.blueprint;

import org.jspecify.annotations.NullMarked;
