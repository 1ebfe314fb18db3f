/**
 * The account as its owner sees it. Promises: an address changes only when its owner proved both, and comes back within a
 * week if the old one's owner says so; an account is deleted thirty days after its owner asked, everywhere, and not a day
 * before; whoever asks about somebody else learns nothing.
 */
@NullMarked
package org.tctf.authuser;

import org.jspecify.annotations.NullMarked;
