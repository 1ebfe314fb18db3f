/**
 * The tools around a deployment. {@link org.tctf.pipeline.ChangedServices} and {@link org.tctf.pipeline.Callers} need
 * nothing but the JDK, so that a workflow starts them from their sources, before anything is built.
 */
@NullMarked
package org.tctf.pipeline;

import org.jspecify.annotations.NullMarked;
