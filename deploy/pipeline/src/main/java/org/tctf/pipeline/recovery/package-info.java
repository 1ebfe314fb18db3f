/** What a person does when something was lost on its way: look at dead letters, send them back, replay the archive. */
@NullMarked
package org.tctf.pipeline.recovery;

import org.jspecify.annotations.NullMarked;
