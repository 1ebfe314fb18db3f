/** Posts to others' servers: signed, and only to addresses that anybody could reach. */
@NullMarked
package org.tctf.communication.adapter.hook;

import org.jspecify.annotations.NullMarked;
