/**
 * What a service's behaviour tests stand on: the same sentences run as plain calls ({@link org.tctf.testing.Workbench}) and
 * in one process through HTTP and serialised events ({@link org.tctf.testing.TestPlatform}).
 */
@NullMarked
package org.tctf.testing;

import org.jspecify.annotations.NullMarked;
