/** What a member, or whoever has proved a first factor, can do here. */
@NullMarked
package org.tctf.authmfa.application;

import org.jspecify.annotations.NullMarked;
