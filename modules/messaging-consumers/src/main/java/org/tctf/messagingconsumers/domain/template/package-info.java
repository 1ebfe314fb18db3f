/** What is written: wordings by language, drafted and published. */
@NullMarked
package org.tctf.messagingconsumers.domain.template;

import org.jspecify.annotations.NullMarked;
