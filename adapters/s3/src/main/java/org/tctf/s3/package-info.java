/**
 * Object stores in S3: one bucket for each service, a folder of it for each store; addresses are pre-signed by the
 * function's own credentials. The bucket's own settings encrypt, keep private and let expire.
 */
@NullMarked
package org.tctf.s3;

import org.jspecify.annotations.NullMarked;
