/**
 * The stacks of a stage: one for the platform, one for each service on the class path, made of nothing but the services'
 * definitions, their OpenAPI documents and the stage's settings. The same input gives the same bytes.
 */
@NullMarked
package org.tctf.cdk;

import org.jspecify.annotations.NullMarked;
