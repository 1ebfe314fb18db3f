/** Messages to clients that are connected to API Gateway, by its management API. */
@NullMarked
package org.tctf.apigatewaysocket;

import org.jspecify.annotations.NullMarked;
