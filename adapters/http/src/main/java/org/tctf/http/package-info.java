/**
 * The one HTTP pipeline in front of every service's controllers (rule 8). {@link org.tctf.http.Pipeline} shows its order
 * on one page; each step is a class of its own. It knows Micronaut's server API and no server: the same classes run on
 * Netty and in a Lambda behind API Gateway.
 */
@NullMarked
package org.tctf.http;

import org.jspecify.annotations.NullMarked;
