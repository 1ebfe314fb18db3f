/** Recording a fact once, reading the counts, and counting everything again from the archive. */
@NullMarked
package org.tctf.analytics.application;

import org.jspecify.annotations.NullMarked;
