/**
 * The second factor. Promises: who has turned it on is asked for it at the very next sign-in, and whoever is asked has one;
 * no code opens two sessions; five wrong codes in a row are the last for a quarter of an hour, however many guess at once;
 * nobody changes a credential without having proved one a moment ago, and its owner hears of it.
 */
@NullMarked
package org.tctf.authmfa;

import org.jspecify.annotations.NullMarked;
